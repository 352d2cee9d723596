import { createHash } from 'node:crypto'
import type { ClaimEntry } from '@lading/shared/contract/claim'
import { canonicalJson } from '@lading/shared/domain/canonical-json'

/** What the first entry follows. */
export const beginning = '0'.repeat(64)

/** How hashes are made, for whoever computes them again elsewhere. */
export const hashing =
  'hash = SHA-256(previousHash + "\\n" + canonical JSON (RFC 8785) of {"at","body","by","claim","kind","partner","sequence"}), hexadecimal; the first previousHash is 64 zeros; claim is the id of the claim'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Unhashed = Omit<ClaimEntry, 'hash' | 'previousHash'>

export const hashOf = (claim: string, previousHash: string, { sequence, at, by, partner, kind, body }: Unhashed) =>
  sha256(`${previousHash}\n${canonicalJson({ claim, sequence, at, by, partner, kind, body })}`)

/** The entry that follows the ones before. */
export const follow = (
  claim: string,
  before: Pick<ClaimEntry, 'sequence' | 'hash'> | undefined,
  entry: Omit<Unhashed, 'sequence'>,
): ClaimEntry => {
  const [sequence, previousHash] = [(before?.sequence ?? 0) + 1, before?.hash ?? beginning]
  return { ...entry, sequence, previousHash, hash: hashOf(claim, previousHash, { ...entry, sequence }) }
}

/**
 * The first entry that is not what was written, or undefined: each follows the one before, and nothing of it was changed, left out or moved.
 * Whoever can write all of them can write another chain; that shows by a head that somebody else has kept.
 */
export const firstWrong = (claim: string, entries: readonly ClaimEntry[]): number | undefined => {
  let previous = beginning
  for (const [at, entry] of entries.entries()) {
    if (entry.sequence !== at + 1 || entry.previousHash !== previous || entry.hash !== hashOf(claim, previous, entry)) return at + 1
    previous = entry.hash
  }
  return undefined
}
