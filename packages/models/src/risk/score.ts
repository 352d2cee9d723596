import { evidenceKinds, type RiskEvidence, type RiskKind, riskKinds } from '@lading/shared/domain/risk'
import { pooled, withinKind } from './pooled.ts'
import { strengthOf } from './strength.ts'

export const kindOf = ({ what }: Pick<RiskEvidence, 'what'>): RiskKind => evidenceKinds[what]

/**
 * How much speaks against the promise of one kind, 0 (nothing) to 1: the share that evidence has in the odds, 1 − 1/ratio. So 0.5 is where
 * the odds of failing are doubled by it, whatever they were; 0.9 where there are ten times as many. Evidence that the arrival time has in it
 * already counts here all the same: this says by what the goods are in danger, not how likely it is.
 */
export const scoreOf = (evidence: readonly RiskEvidence[], now: Date): number =>
  1 -
  Math.exp(
    -pooled(
      evidence.map((each) => strengthOf(each, now)),
      withinKind,
    ),
  )

export const scoresOf = (evidence: readonly RiskEvidence[], now: Date): Record<RiskKind, number> =>
  Object.fromEntries(
    riskKinds.map((kind) => [
      kind,
      scoreOf(
        evidence.filter((each) => kindOf(each) === kind),
        now,
      ),
    ]),
  ) as Record<RiskKind, number>
