import type { Season } from './season-of.ts'

/** No index falls below this: what is divided by it must stay a number. */
const least = 0.01

const between = (season: Season, target: Float64Array, kept: number) =>
  season.indices.map((index, at) => Math.max(least, (target[at] as number) + kept * (index - (target[at] as number))))

const distance = ({ indices }: Season, target: Float64Array) =>
  indices.reduce((sum, index, at) => sum + (index - (target[at] as number)) ** 2, 0)

/** How much of the distance from the target is to be believed rather than chance: James & Stein's estimator. */
const believed = (season: Season, target: Float64Array) => {
  const spread = distance(season, target)
  return spread > 0 ? Math.max(0, 1 - (Math.max(1, target.length - 3) * season.noise) / spread) : 0
}

/**
 * The season drawn towards none as far as its differences could be chance, as Miller & Williams (2003) do. Where there is no season
 * it comes out close to none, so that no test need decide.
 */
export const ownSeason = (season: Season): Float64Array => {
  const none = new Float64Array(season.indices.length).fill(1)
  return between(season, none, believed(season, none))
}

/** Seasons that have less than this share of their variation in common do not belong together, or do not end at the same time. */
const leastInCommon = 0.1

/**
 * Seasons of series that belong together and end at the same time, each drawn towards what all have in common (empirical Bayes)
 * and not only towards none: the more so, the closer their seasons are to the common one.
 */
export const sharedSeasons = (seasons: Season[]): Float64Array[] => {
  const [first] = seasons
  if (!first) return []
  const count = seasons.length
  const size = first.indices.length
  const common = new Float64Array(size)
  for (const { indices } of seasons)
    for (let at = 0; at < size; at += 1) common[at] = (common[at] as number) + (indices[at] as number) / count
  const chance = seasons.reduce((sum, season) => sum + distance(season, common), 0) / size / count ** 2
  const target = ownSeason({ indices: common, noise: chance })
  const shape = target.reduce((sum, index) => sum + (index - 1) ** 2, 0) / size
  const apart = Math.max(0, seasons.reduce((sum, season) => sum + distance(season, target) / size - season.noise, 0) / count)
  const inCommon = shape > 0 ? shape / (shape + apart) : 0
  if (inCommon < leastInCommon) return seasons.map(ownSeason)
  const weight = Math.sqrt(inCommon)
  return seasons.map((season) => {
    const pooled = apart + season.noise > 0 ? apart / (apart + season.noise) : 0
    return between(season, target, (1 - weight) * believed(season, target) + weight * pooled)
  })
}
