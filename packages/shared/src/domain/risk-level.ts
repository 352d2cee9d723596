import { type RiskKind, riskKinds } from './risk.ts'

/** How much speaks against a promise by one kind of risk, in words; below the first there is nothing to see. */
export const riskLevels = ['raised', 'high'] as const
export type RiskLevel = (typeof riskLevels)[number]

/** Scores from which on it is so: 0.3 is odds that are 1.4 times as large, 0.6 is 2.5 times. Our own lines, as nobody has published any. */
export const riskLevelFrom: Record<RiskLevel, number> = { raised: 0.3, high: 0.6 }

export type RiskLevels = Partial<Record<RiskKind, RiskLevel>>

export const riskLevelOf = (score: number): RiskLevel | undefined => riskLevels.findLast((level) => score >= riskLevelFrom[level])

/** Kinds that stand out, each with its level. */
export const riskLevelsOf = (scores: Record<RiskKind, number>): RiskLevels =>
  Object.fromEntries(
    riskKinds.flatMap((kind) => {
      const level = riskLevelOf(scores[kind])
      return level ? [[kind, level]] : []
    }),
  )

export const isSameRisk = (one: RiskLevels, other: RiskLevels) => riskKinds.every((kind) => one[kind] === other[kind])
