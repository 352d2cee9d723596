/** What models predict: when a shipment arrives, how long customs takes, what will be sold. */
export const modelNames = ['arrival', 'customs', 'demand'] as const
export type ModelName = (typeof modelNames)[number]

/** What is predicted and scored when the truth arrives: hours until arrival, hours of clearance, pieces sold. */
export const predictionKinds = ['arrival', 'clearance', 'demand'] as const
export type PredictionKind = (typeof predictionKinds)[number]

/** Intervals reach from P10 to P90, so this share of what happens should lie inside. */
export const coverageClaimed = 0.8

/**
 * Why a version is in use or not, for programs: what its test on the past said of it beside the naive rule, by how much its error was
 * smaller there (`improvement`, below 0 where it was larger), whether it is only watched, or which version took its place.
 */
export type WhyUsed =
  | { code: 'better' | 'worse' | 'undecided' | 'too-few'; cases: number; improvement: number | null; isWatched: boolean }
  | { code: 'replaced'; by: number }

/** The models that are tested on the past and trained anew, every night of platform time and when an admin asks. */
export const trainedModels: readonly ModelName[] = ['arrival', 'customs', 'demand']
