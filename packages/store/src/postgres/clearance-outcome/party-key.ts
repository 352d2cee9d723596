import { createHash } from 'node:crypto'

/**
 * What clearances of one party have in common. Not the name, which may be that of a person and is kept with the shipment alone, so that
 * it can be erased there: what was learnt stays, and says of nobody who it was.
 */
export const partyKey = (name: string) =>
  createHash('sha256').update(name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()).digest('base64url').slice(0, 22)
