import { createHash, createHmac } from 'node:crypto'

/**
 * Stands at the account in Mosquitto and says which secret it was given, without giving it away: Mosquitto tells nobody what
 * it knows of a secret.
 */
export const versionOf = (secretHash: string) => short(createHash('sha256').update(secretHash).digest('hex'))

/** Of the platform's own password, which a person may have chosen: only who knows the key could try out guesses. */
export const versionOfPassword = (password: string, key: string) => short(createHmac('sha256', key).update(password).digest('hex'))

const short = (text: string) => text.slice(0, 32)
