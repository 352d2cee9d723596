import type { Mode } from '@lading/shared/domain/mode'

/**
 * What the estimate assumes of each mode. All are starting values by judgement, in the order that carriers' published reliability
 * puts the modes in; they are there to be replaced by what the kept ETAs turn out to have been worth.
 */
export type Assumptions = {
  /** How much the speed of the last hours says about the way ahead, against the plan: 0 nothing, 1 everything. */
  trustInRecentSpeed: number
  /** After so many hours ahead, that trust has fallen to a third: weather, rest and traffic even out. */
  trustHours: number
  /** One standard deviation, as a share of the travel time ahead. */
  spreadOfTravel: number
  /** It leaves to a timetable, not when the goods are there. */
  keepsItsDay: boolean
}

export const assumptions: Record<Mode, Assumptions> = {
  sea: { trustInRecentSpeed: 0.7, trustHours: 72, spreadOfTravel: 0.08, keepsItsDay: true },
  air: { trustInRecentSpeed: 0.8, trustHours: 4, spreadOfTravel: 0.06, keepsItsDay: true },
  road: { trustInRecentSpeed: 0.5, trustHours: 4, spreadOfTravel: 0.12, keepsItsDay: false },
  rail: { trustInRecentSpeed: 0.5, trustHours: 8, spreadOfTravel: 0.16, keepsItsDay: false },
  parcel: { trustInRecentSpeed: 0.3, trustHours: 2, spreadOfTravel: 0.25, keepsItsDay: false },
}

/** One standard deviation of a wait between legs, as a share of the wait. */
export const spreadOfWaiting = 0.4
/** However near the goods are: unloading, a gate, a lift. */
export const leastSpreadMs = 5 * 60_000
/** Before a ship or an aircraft, a late leg is caught up from the planned wait, but so much of the wait is needed in any case. */
export const shareOfWaitingNeeded = 0.5
/** Goods are seldom much early and sometimes very late, so the interval is longer after the middle than before it. */
export const skew = { early: 0.8, late: 1.25 }
/** Standard deviations from the median to the 10 % and 90 % quantiles of a normal distribution. */
export const tenPercent = 1.2816
