import type { ClaimMove } from '@lading/shared/contract/claim'
import { nextOf, partnerSide, reasonedStates } from '@lading/shared/domain/claim'
import { eq } from 'drizzle-orm'
import { amountsOf } from '../../claim/standing.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { noteChange } from '../partner/known.ts'
import { claim } from '../schema/claim.ts'
import { dueAfter } from './open.ts'
import { type Actor, addEntry, type ClaimRow, isLate, lockClaim, notValid, plain } from './rows.ts'

/**
 * Moves a claim on. What may not follow is refused with what may; a partner makes the moves of its own side only, we write down those of
 * both. A deadline that the respondent missed is remembered.
 */
export const moveClaim = (db: Db, id: string, { state, reason, amount, dueBy }: ClaimMove, actor: Actor) =>
  db.transaction(async (tx) => {
    const before = await lockClaim(tx, id, actor)
    mustBeAllowed(before, state, actor)
    const why = reason === undefined ? undefined : plain(reason)
    if ((reasonedStates as readonly string[]).includes(state) && !why) throw notValid('/reason', 'has to be given')
    checkAmount(before, state, amount)
    const { now } = actor
    const dueAt = dueAfter(state, dueBy, now)
    await tx
      .update(claim)
      .set({
        ...{ state, dueAt, ...amountsOf(before, state, amount) },
        ...(isLate(before, now) && { lateAt: before.lateAt ?? before.dueAt }),
        ...(state === 'accepted' && { decision: 'upheld', decidedAt: now }),
        ...(state === 'rejected' && { decision: 'rejected', decidedAt: now }),
        ...(state === 'appealed' && { decision: null, decidedAt: null }),
      })
      .where(eq(claim.id, id))
    await addEntry(tx, before, { kind: state, body: { reason: why, amount, dueAt: dueAt?.toISOString() } }, actor)
    const change = changeOf(before, state)
    if (change) await noteChange(tx, before.partnerCode, change, { claim: id, number: before.number }, actor)
  })

const changeOf = ({ kind }: ClaimRow, state: ClaimMove['state']) => {
  if (state !== 'accepted' && state !== 'rejected') return undefined
  const outcome = state === 'accepted' ? 'upheld' : 'rejected'
  return kind === 'score' ? (`dispute-${outcome}` as const) : (`claim-${outcome}` as const)
}

const mustBeAllowed = (before: ClaimRow, state: ClaimMove['state'], actor: Actor) => {
  const allowed = nextOf(before).filter(({ side }) => actor.partner === undefined || side === partnerSide(before.kind))
  if (allowed.some((next) => next.state === state)) return
  const may = allowed.length > 0 ? `may be ${allowed.map((next) => next.state).join(' or ')}` : 'may be nothing any more'
  throw new DomainError('claim-state', `A claim that is ${before.state} cannot become ${state}.`, [{ path: '/state', message: may }])
}

const checkAmount = (before: ClaimRow, state: ClaimMove['state'], amount: ClaimMove['amount']) => {
  if (state !== 'offered') {
    if (amount) throw notValid('/amount', 'goes with offered only')
    return
  }
  if (!amount) throw notValid('/amount', 'has to say how much')
  if (amount.currency !== before.currency) throw notValid('/amount/currency', `is not ${before.currency}, in which it was claimed`)
  if (amount.minorUnits > (before.claimedMinorUnits ?? 0)) throw notValid('/amount/minorUnits', 'is more than was claimed')
}
