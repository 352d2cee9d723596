import type { ClaimEntry } from '@lading/shared/contract/claim'
import { canonicalJson } from '@lading/shared/domain/canonical-json'
import { firstWrong, hashing, sha256 } from './chain.ts'

const format = 'lading-claim-pack/1'

/** What a pack is made of: what was known, and the chain up to the entry that notes the hash of that. */
export type Pack = { format: string; hashing: string; claim: string; contents: Record<string, unknown>; entries: ClaimEntry[] }

/** A pack as it is handed out: one line of canonical JSON, so that there is one way only to write it. */
export const writePack = (claim: string, contents: Record<string, unknown>, entries: ClaimEntry[]) =>
  `${canonicalJson({ format, hashing, claim, contents, entries } satisfies Pack)}\n`

export const packMistakes = ['not-a-pack', 'not-as-written', 'entry', 'contents'] as const
export type PackCheck =
  | { isIntact: true; claim: string; entries: number; head: string; sha256: string }
  | { isIntact: false; mistake: (typeof packMistakes)[number]; firstWrong: number | null }

/**
 * Whether a pack is what was handed out, from nothing but itself: every byte of it is hashed, or could not be otherwise. Somebody who wrote
 * all of it anew is found by the head, which has to be the one that the claim has in Lading, or that the other party was told.
 */
export const checkPack = (bytes: Uint8Array): PackCheck => {
  const { text, pack } = parse(bytes) ?? {}
  if (!pack || text === undefined) return { isIntact: false, mistake: 'not-a-pack', firstWrong: null }
  const { claim, contents, entries } = pack
  const wrong = firstWrong(claim, entries)
  if (wrong !== undefined) return { isIntact: false, mistake: 'entry', firstWrong: wrong }
  const last = entries.at(-1) as ClaimEntry
  if (last.kind !== 'pack' || last.body.sha256 !== sha256(canonicalJson(contents)))
    return { isIntact: false, mistake: 'contents', firstWrong: null }
  if (writePack(claim, contents, entries) !== text) return { isIntact: false, mistake: 'not-as-written', firstWrong: null }
  return { isIntact: true, claim, entries: entries.length, head: last.hash, sha256: sha256(text) }
}

const parse = (bytes: Uint8Array): { text: string; pack: Pack } | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const pack = JSON.parse(text) as Partial<Pack> | null
    const isPack =
      pack?.format === format &&
      typeof pack.claim === 'string' &&
      isObject(pack.contents) &&
      Array.isArray(pack.entries) &&
      pack.entries.length > 0 &&
      pack.entries.every(isEntry)
    return isPack ? { text, pack: pack as Pack } : undefined
  } catch {
    // What is no JSON is no pack.
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextOrNull = (value: unknown) => value === null || typeof value === 'string'
const isEntry = (entry: unknown) =>
  isObject(entry) &&
  typeof entry.sequence === 'number' &&
  [entry.at, entry.kind, entry.hash, entry.previousHash].every((text) => typeof text === 'string') &&
  isTextOrNull(entry.by) &&
  isTextOrNull(entry.partner) &&
  isObject(entry.body)
