import type { PartnerAspect } from './partner.ts'

/** What is claimed: of goods and money from a partner, or, a `score`, by a partner that a piece of evidence against it is wrong. */
export const claimKinds = ['damage', 'loss', 'shortage', 'delay', 'temperature', 'charge', 'score', 'other'] as const
export type ClaimKind = (typeof claimKinds)[number]

export const claimStates = [
  'opened',
  'acknowledged',
  'under-review',
  'offered',
  'accepted',
  'rejected',
  'appealed',
  'settled',
  'withdrawn',
  'closed',
] as const
export type ClaimState = (typeof claimStates)[number]

/** What a claim can be moved to: it is opened once. */
export const claimMoveStates = claimStates.filter((state) => state !== 'opened')
export type ClaimMoveState = (typeof claimMoveStates)[number]

/** Who claims, and who has to answer: of a `score` the partner claims and we answer, of all others it is the other way round. */
export const claimSides = ['claimant', 'respondent'] as const
export type ClaimSide = (typeof claimSides)[number]

/** What a claim may become, and whose move that is. What has no moves is the end. */
export const claimMoves: Record<ClaimState, Partial<Record<ClaimMoveState, ClaimSide>>> = {
  opened: { acknowledged: 'respondent', withdrawn: 'claimant' },
  acknowledged: { 'under-review': 'respondent', withdrawn: 'claimant' },
  'under-review': { offered: 'respondent', accepted: 'respondent', rejected: 'respondent', withdrawn: 'claimant' },
  offered: { accepted: 'claimant', 'under-review': 'claimant', withdrawn: 'claimant' },
  accepted: { settled: 'claimant', closed: 'claimant' },
  rejected: { appealed: 'claimant', closed: 'claimant' },
  appealed: { 'under-review': 'respondent', withdrawn: 'claimant' },
  settled: { closed: 'claimant' },
  withdrawn: {},
  closed: {},
}

export type ClaimNext = { state: ClaimMoveState; side: ClaimSide }

/** What a claim of a kind may become. A score has no amount: nothing is offered, and nothing to be paid; all else that was accepted is paid first. */
export const nextOf = ({ kind, state }: { kind: ClaimKind; state: ClaimState }): ClaimNext[] =>
  claimMoveStates.flatMap((next) => {
    const side = claimMoves[state][next]
    const isOfItsKind = kind === 'score' ? next !== 'offered' && next !== 'settled' : !(state === 'accepted' && next === 'closed')
    return side && isOfItsKind ? [{ state: next, side }] : []
  })

/** What a partner may make itself of a dispute of its own. */
export const disputeMoves = ['withdrawn', 'appealed'] as const satisfies readonly ClaimMoveState[]
export type DisputeMove = (typeof disputeMoves)[number]

/** Which of these may follow. */
export const disputeMovesFrom = (state: ClaimState) => disputeMoves.filter((next) => next in claimMoves[state])

export const partnerSide = (kind: ClaimKind): ClaimSide => (kind === 'score' ? 'claimant' : 'respondent')

/** Until when the next move is due, in days from the one before, and whose it is. House rules, not law; another day may be agreed on. */
export const claimDeadlines: Partial<Record<ClaimState, { days: number; side: ClaimSide }>> = {
  opened: { days: 3, side: 'respondent' },
  acknowledged: { days: 7, side: 'respondent' },
  'under-review': { days: 30, side: 'respondent' },
  offered: { days: 14, side: 'claimant' },
  accepted: { days: 30, side: 'respondent' },
  rejected: { days: 30, side: 'claimant' },
  appealed: { days: 14, side: 'respondent' },
  settled: { days: 14, side: 'claimant' },
}

/** So many days before a deadline it is said to be near. */
export const claimNearDays = 2

export const claimDeadlineStates = ['ahead', 'near', 'missed'] as const
export type ClaimDeadlineState = (typeof claimDeadlineStates)[number]

export const deadlineStateOf = (dueAt: Date, now: Date): ClaimDeadlineState => {
  const leftMs = dueAt.getTime() - now.getTime()
  return leftMs < 0 ? 'missed' : leftMs <= claimNearDays * 86_400_000 ? 'near' : 'ahead'
}

/** Moves that say why. */
export const reasonedStates = ['offered', 'accepted', 'rejected', 'appealed', 'withdrawn'] as const satisfies readonly ClaimState[]

export const claimDecisions = ['upheld', 'rejected'] as const
export type ClaimDecision = (typeof claimDecisions)[number]

/** What speaks against a partner of whom a claim was upheld. What was late or too warm is held against a carrier by the leg already. */
export const aspectOfClaim: Record<Exclude<ClaimKind, 'score'>, PartnerAspect> = {
  ...{ damage: 'damage', loss: 'damage', shortage: 'damage' },
  ...{ delay: 'claims', temperature: 'claims', charge: 'disputes', other: 'claims' },
}

/** What is written down of a claim: its moves, what somebody said or attached, and that a pack was made. */
export const claimEntryKinds = [...claimStates, 'comment', 'attachment', 'pack'] as const
export type ClaimEntryKind = (typeof claimEntryKinds)[number]
