import { page } from '../state/session.ts'
import { Board } from './board.tsx'
import { ExactTip } from './exact-tip.tsx'
import { Opening } from './opening.tsx'
import { SignIn } from './sign-in.tsx'

const Page = () => {
  const { value } = page
  if (value.name === 'board') return <Board />
  if (value.name === 'sign-in') return <SignIn reason={value.reason} />
  return <Opening />
}

export const App = () => (
  <>
    <Page />
    <ExactTip />
  </>
)
