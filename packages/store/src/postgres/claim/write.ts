import type { ClaimAttachment } from '@lading/shared/contract/claim'
import { canonicalJson } from '@lading/shared/domain/canonical-json'
import { and, eq } from 'drizzle-orm'
import { sha256 } from '../../claim/chain.ts'
import { writePack } from '../../claim/pack.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { claimPack } from '../schema/claim.ts'
import { type Actor, addEntry, type ClaimRow, entriesOfClaim, lockClaim, noClaim, plain } from './rows.ts'

const lockOpen = async (tx: Transaction, id: string, actor: Actor): Promise<ClaimRow> => {
  const found = await lockClaim(tx, id, actor)
  if (found.dueAt === null) throw new DomainError('claim-state', `The claim is ${found.state}: nothing is added to it any more.`)
  return found
}

/** What somebody has to say of a claim that is not at its end. */
export const commentOnClaim = (db: Db, id: string, text: string, actor: Actor) =>
  db.transaction(async (tx) => {
    await addEntry(tx, await lockOpen(tx, id, actor), { kind: 'comment', body: { text: plain(text) } }, actor)
  })

/** Notes a piece of evidence that is kept elsewhere, with its fingerprint where it is known. */
export const attachToClaim = (db: Db, id: string, { name, reference, sha256: hash, note }: ClaimAttachment, actor: Actor) =>
  db.transaction(async (tx) => {
    const told = { name: plain(name), reference: plain(reference ?? '') || undefined, sha256: hash, note: plain(note ?? '') || undefined }
    await addEntry(tx, await lockOpen(tx, id, actor), { kind: 'attachment', body: told }, actor)
  })

/** Keeps what was known as a pack, and notes its hash; also once a claim is at its end, as that is when a court asks. Answers its sequence. */
export const packClaim = (db: Db, id: string, contents: Record<string, unknown>, actor: Actor): Promise<number> =>
  db.transaction(async (tx) => {
    const found = await lockClaim(tx, id, actor)
    const text = canonicalJson(JSON.parse(JSON.stringify(contents)))
    const { sequence } = await addEntry(tx, found, { kind: 'pack', body: { sha256: sha256(text), bytes: Buffer.byteLength(text) } }, actor)
    await tx.insert(claimPack).values({ claimId: id, sequence, contents: text })
    return sequence
  })

/** The pack that was noted with an entry, as it is handed out: always the same bytes. */
export const readPack = async (db: Db, id: string, sequence: number): Promise<string> => {
  const [found] = await db
    .select()
    .from(claimPack)
    .where(and(eq(claimPack.claimId, id), eq(claimPack.sequence, sequence)))
  if (!found) throw noClaim()
  const entries = await entriesOfClaim(db, id)
  return writePack(
    id,
    JSON.parse(found.contents),
    entries.filter((entry) => entry.sequence <= sequence),
  )
}
