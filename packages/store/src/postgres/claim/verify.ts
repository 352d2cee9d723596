import type { ClaimVerification } from '@lading/shared/contract/claim'
import { asc, eq } from 'drizzle-orm'
import { firstWrong, sha256 } from '../../claim/chain.ts'
import { type Standing, standingOf } from '../../claim/standing.ts'
import type { Db } from '../open.ts'
import { claim, claimPack } from '../schema/claim.ts'
import { type ClaimRow, entriesOfClaim, noClaim } from './rows.ts'

/** Whether what is kept of a claim is what was written: its entries, the claim that follows from them, and its packs. */
export const verifyClaim = async (db: Db, id: string, head?: string): Promise<ClaimVerification> => {
  const [row] = await db.select().from(claim).where(eq(claim.id, id))
  if (!row) throw noClaim()
  const entries = await entriesOfClaim(db, id)
  const packs = await db.select().from(claimPack).where(eq(claimPack.claimId, id)).orderBy(asc(claimPack.sequence))
  const last = entries.at(-1)
  // Without its last entries a chain is whole in itself: what is missing is known by how many there were.
  const wrong = firstWrong(id, entries) ?? (row.entries === entries.length ? undefined : Math.min(row.entries, entries.length) + 1)
  const differs = wrong === undefined ? differences(row, standingOf(entries)) : []
  if (wrong === undefined && row.head !== last?.hash) differs.push('head')
  const contents = new Map(packs.map((pack) => [pack.sequence, sha256(pack.contents)]))
  const wrongPacks = entries
    .filter((entry) => entry.kind === 'pack' && contents.get(entry.sequence) !== entry.body.sha256)
    .map(({ sequence }) => sequence)
  const isIntact = wrong === undefined && differs.length === 0 && wrongPacks.length === 0
  return {
    ...{ isIntact, entries: entries.length, head: last?.hash ?? null, firstWrong: wrong ?? null, differs, wrongPacks },
    knowsHead: head === undefined ? null : wrong === undefined && entries.some(({ hash }) => hash === head),
  }
}

const differences = (row: ClaimRow, standing: Standing): string[] => {
  const { number, kind, partnerCode, evidenceId, description, state, claimedMinorUnits, offeredMinorUnits, agreedMinorUnits, currency } =
    row
  const kept: Standing = {
    ...{
      number,
      kind,
      partner: partnerCode,
      evidenceId,
      description,
      state,
      claimedMinorUnits,
      offeredMinorUnits,
      agreedMinorUnits,
      currency,
    },
    dueAt: row.dueAt?.toISOString() ?? null,
  }
  return (Object.keys(kept) as (keyof Standing)[]).filter((name) => kept[name] !== standing[name])
}
