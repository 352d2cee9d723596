import { type PartnerAspect, type PartnerRole, partnerAspects } from '@lading/shared/domain/partner'
import { kindMeanOf, type Observation, type PartnerScore, scoreOf, tally } from './score.ts'

export type Scored = { code: string; roles: PartnerRole[]; seen: Observation[] }

/** The score of every partner as of a moment, from what was seen until then. Each is held against the others that share a role with it. */
export const scorePartners = (partners: readonly Scored[], now: Date): Map<string, PartnerScore> => {
  const seen = partners.map(({ code, roles, seen: all }) => ({ code, roles, tallies: tally(all, now) }))
  return new Map(
    seen.map(({ code, roles, tallies }) => {
      const others = seen.filter((other) => other.code !== code && other.roles.some((role) => roles.includes(role)))
      const kindMean = (aspect: PartnerAspect) =>
        kindMeanOf(
          aspect,
          others.map((other) => other.tallies[aspect]),
        )
      const kindMeans = Object.fromEntries(partnerAspects.map((aspect) => [aspect, kindMean(aspect)])) as Record<PartnerAspect, number>
      return [code, scoreOf(roles, tallies, kindMeans)]
    }),
  )
}
