import type { ClaimEntry } from '@lading/shared/contract/claim'
import { type ClaimState, claimStates } from '@lading/shared/domain/claim'

/** What of a claim follows from its entries. */
export type Standing = {
  number: unknown
  kind: unknown
  partner: unknown
  evidenceId: unknown
  description: unknown
  state: ClaimState
  claimedMinorUnits: number | null
  offeredMinorUnits: number | null
  agreedMinorUnits: number | null
  currency: string | null
  dueAt: string | null
}

const isState = (kind: string): kind is ClaimState => (claimStates as readonly string[]).includes(kind)
type Amount = { minorUnits: number; currency: string } | undefined

/** How a claim stands by what was written down of it; the first entry is that it was opened. */
export const standingOf = (entries: readonly ClaimEntry[]): Standing => {
  const opened = entries[0]?.body ?? {}
  const claimed = opened.claimed as Amount
  const start: Standing = {
    ...{ number: opened.number, kind: opened.kind, partner: opened.partner, evidenceId: opened.evidenceId ?? null },
    ...{
      description: opened.description,
      state: 'opened',
      claimedMinorUnits: claimed?.minorUnits ?? null,
      currency: claimed?.currency ?? null,
    },
    ...{ offeredMinorUnits: null, agreedMinorUnits: null, dueAt: null },
  }
  let standing = start
  for (const { kind, body } of entries) {
    if (!isState(kind)) continue
    const dueAt = (body.dueAt as string | undefined) ?? null
    standing = { ...standing, state: kind, dueAt, ...amountsOf(standing, kind, body.amount as Amount) }
  }
  return standing
}

/** What is offered and agreed once it becomes `next`: an offer that is taken is what is agreed, all else is accepted whole. */
export const amountsOf = (
  {
    state,
    offeredMinorUnits,
    agreedMinorUnits,
    claimedMinorUnits,
  }: Pick<Standing, 'state' | 'offeredMinorUnits' | 'agreedMinorUnits' | 'claimedMinorUnits'>,
  next: ClaimState,
  amount: Amount,
) => {
  if (next === 'offered') return { offeredMinorUnits: amount?.minorUnits ?? null, agreedMinorUnits: null }
  if (next === 'under-review') return { offeredMinorUnits: null, agreedMinorUnits: null }
  if (next === 'accepted') return { offeredMinorUnits, agreedMinorUnits: state === 'offered' ? offeredMinorUnits : claimedMinorUnits }
  return { offeredMinorUnits, agreedMinorUnits }
}
