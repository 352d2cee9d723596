import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { Session, SessionRequest } from '@lading/shared/contract/session'
import type { Failure } from '../../state/server/failure.ts'
import { nextAfterSignIn, page, session } from '../../state/server/session.ts'
import { request } from './request.ts'

const showSignIn = (reason?: 'session-ended' | 'signed-out') => {
  session.value = undefined
  const { pathname, search } = location
  if (pathname !== '/sign-in') {
    const here = `${pathname}${search}`
    const next = reason === 'signed-out' || here === '/' ? '' : `?${new URLSearchParams({ next: here })}`
    history.replaceState(null, '', `/sign-in${next}`)
  }
  page.value = { name: 'sign-in', reason }
}

/** Staff get the board; somebody of a partner gets pages of their own. */
const showBoard = (who: Session) => {
  session.value = who
  // Loading the address anew lets the board begin from a clean state, and lets password managers see that signing in worked.
  if (location.pathname === '/sign-in') location.replace(nextAfterSignIn(location.search))
  else page.value = { name: who.role === 'partner' ? 'partner' : 'board' }
}

/** On opening: the board for who has a session, the sign-in page for who has none. Returns why it could not be found out. */
export const openSession = async (): Promise<Failure | undefined> => {
  // Settings say it without the 401 that a browser reports as an error on its console.
  const settings = await request<DashboardSettings>('/v1/settings')
  if (!settings.ok) return settings.failure
  if (!settings.value.signedIn) {
    showSignIn()
    return
  }
  const result = await request<Session>('/v1/session')
  if (result.ok) showBoard(result.value)
  else if (result.failure.kind === 'answer' && result.failure.status === 401) showSignIn()
  else return result.failure
}

export const signIn = async (credentials: SessionRequest) => {
  const result = await request<Session>('/v1/session', { method: 'POST', body: credentials })
  if (result.ok) showBoard(result.value)
  return result
}

export const signOut = async () => {
  await request('/v1/session', { method: 'DELETE' })
  showSignIn('signed-out')
}

/** Any answer 401 ends here: the person signs in and is back where they were. */
export const sessionEnded = () => {
  if (page.value.name === 'board' || page.value.name === 'partner') showSignIn('session-ended')
}
