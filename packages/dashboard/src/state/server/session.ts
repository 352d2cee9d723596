import type { Session } from '@lading/shared/contract/session'
import { signal } from '@preact/signals'

/** Who is signed in; `undefined` while nobody is, or nothing is known yet. */
export const session = signal<Session | undefined>(undefined)

/** Which page is shown; the session decides. `reason` is what the sign-in page says first. */
export type Page =
  | { name: 'opening' }
  | { name: 'board' }
  | { name: 'partner' }
  | { name: 'sign-in'; reason?: 'session-ended' | 'signed-out' }

export const page = signal<Page>({ name: 'opening' })

/** Where to go after signing in: an address of the board, never of another site. */
export const nextAfterSignIn = (search: string) => {
  const next = new URLSearchParams(search).get('next') ?? '/'
  return /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/'
}
