import type { RiskEvidence } from '@lading/shared/domain/risk'

const hourMs = 3_600_000

/** What a piece of evidence says now, as a logarithm of odds: less where it is not sure, and by half with every half-life. Never below 0. */
export const strengthOf = ({ weight, confidence, at, halfLifeHours }: RiskEvidence, now: Date): number => {
  const ageHours = Math.max(0, (now.getTime() - Date.parse(at)) / hourMs)
  const fresh = halfLifeHours === null ? 1 : 0.5 ** (ageHours / halfLifeHours)
  return Math.max(0, weight) * Math.min(1, Math.max(0, confidence)) * fresh
}
