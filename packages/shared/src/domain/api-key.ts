/**
 * What a key may do, each on its own: `read` reads what a viewer may read, `quotes` asks what goods cost and whether a declaration is in
 * order, `shipments` announces and changes shipments, their customs and their links for recipients.
 */
export const keyScopes = ['read', 'quotes', 'shipments'] as const
export type KeyScope = (typeof keyScopes)[number]

/** Days after which a key ends, offered when one is made. */
export const keyLifetimes = [30, 90, 365] as const

export type KeyState = 'active' | 'expired' | 'revoked'

/** A key that was revoked stays so; one that was not ends by itself. Times are wall-clock times. */
export const keyState = ({ expiresAt, revokedAt }: { expiresAt: string; revokedAt: string | null }, nowMs: number): KeyState =>
  revokedAt !== null ? 'revoked' : Date.parse(expiresAt) <= nowMs ? 'expired' : 'active'
