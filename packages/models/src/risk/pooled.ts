/** What each weaker piece of evidence of one kind counts beside the one before: judgement, as most of a kind has one cause. */
export const withinKind = 0.5
/** Kinds are less alike, but one storm delays, silences and diverts all the same. */
export const acrossKinds = 0.75

/**
 * Strengths added up as if they were partly the same news: the strongest in full, and each weaker one with `keeps` of the share of the one
 * before. Added in full they would have to be independent (naive Bayes), which says far too much of many small signs of one cause; of the
 * strongest alone, too little. One more is never less, the order does not matter, and the sum stays below the strongest / (1 − keeps).
 */
export const pooled = (strengths: readonly number[], keeps: number): number =>
  strengths.toSorted((one, other) => other - one).reduce((sum, strength, at) => sum + strength * keeps ** at, 0)
