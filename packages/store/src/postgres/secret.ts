import { createHash, randomBytes } from 'node:crypto'

/** A secret of so many random bytes, as URL-safe text. */
export const newSecret = (bytes: number) => randomBytes(bytes).toString('base64url')

/** How secrets of 128 random bits and more are kept: guessing one is out of reach, so no salt and no slow hash is needed. */
export const secretHash = (secret: string) => createHash('sha256').update(secret).digest('hex')
