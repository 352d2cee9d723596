/** The platform's own processes sign in under this name, with a secret of their own. */
export const platformUser = 'lading'

/**
 * Client ids of the platform's own processes begin like this. A session at the broker belongs to its client id, so no device
 * may have such a name: it would get the messages that wait for ingest.
 */
export const platformClientPrefix = 'lading-'

export const isReservedName = (name: string) => name === platformUser || name.startsWith(platformClientPrefix)

/** A device connects under its own name, or under one that begins with it: `van-7`, `van-7/backup`. */
export const isClientIdOf = (deviceId: string, clientId: string) => clientId === deviceId || clientId.startsWith(`${deviceId}/`)
