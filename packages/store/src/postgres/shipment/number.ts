import { randomInt } from 'node:crypto'

// Crockford's base 32 without U: no letter that is read as a digit. 10 of them are 50 random bits.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A tracking number of Lading's own, which tells nothing about any other. */
export const newTrackingNumber = () => `LD${Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')}`
