import { createHash, hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret of so many random bytes, as URL-safe text. */
export const newSecret = (bytes: number) => randomBytes(bytes).toString('base64url')

/** How secrets of 128 random bits and more are kept: guessing one is out of reach, so no salt and no slow hash is needed. */
export const secretHash = (secret: string) => hash('sha256', secret)

/** Takes as long for a text that is almost right as for one that is all wrong. */
export const isSameText = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))

// Only values of one length can be compared like that.
const digest = (text: string) => createHash('sha256').update(text).digest()
