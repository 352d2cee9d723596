import { page } from '../state/server/session.ts'
import { Board } from './frame/board.tsx'
import { Opening } from './frame/opening.tsx'
import { ExactTip } from './parts/exact-tip.tsx'
import { later } from './parts/later.tsx'
import { SignIn } from './sign-in.tsx'

const Portal = later(async () => (await import('./partner-portal/portal.tsx')).Portal)

const Page = () => {
  const { value } = page
  if (value.name === 'board') return <Board />
  if (value.name === 'partner') return <Portal />
  if (value.name === 'sign-in') return <SignIn reason={value.reason} />
  return <Opening />
}

export const App = () => (
  <>
    <Page />
    <ExactTip />
  </>
)
