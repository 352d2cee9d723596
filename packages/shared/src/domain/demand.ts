/** How demand arrives, after Syntetos, Boylan & Croston (2005). */
export const demandClasses = ['smooth', 'erratic', 'intermittent', 'lumpy', 'none'] as const
export type DemandClass = (typeof demandClasses)[number]

/** The methods that a forecast of what sells all the time may rest on. */
export const demandMethods = [
  ...(['theta', 'theta-of-logarithms', 'theta-of-blocks', 'damped-trend', 'damped-trend-of-blocks'] as const),
  ...(['level', 'adapting-season', 'autoregression'] as const),
] as const
export type DemandMethod = (typeof demandMethods)[number]

/** What the level of what is asked for now and then is taken from. */
export const levelBases = ['history', 'recent', 'both'] as const
export type LevelBasis = (typeof levelBases)[number]

/**
 * Why a forecast of demand is what it is, with the facts of each in `values`: which `method` has which `share` of it, the `periods` of a season or
 * of what was looked at, what is expected `perPeriod` and the `basis` of that. The naive ones say that the weeks before are used, because in so many
 * `cases` of the past the forecast was further off by that `share`: for everything together, or for the group that is named.
 */
export const demandReasons = [
  ...(['method', 'season', 'no-season', 'window', 'drivers-apart', 'analogues', 'level-of-now', 'level-as-it-was'] as const),
  ...(['counted', 'never-asked-for', 'naive-all', 'naive-product', 'naive-warehouse', 'naive-item'] as const),
] as const
export type DemandReasonCode = (typeof demandReasons)[number]

export type DemandReason = { code: DemandReasonCode; values: Record<string, number | string> }
