/** What the finished journeys of a group come to, in logarithms of hours. Kept up as outcomes arrive; plain data. */
export type GroupStats = {
  journeys: number
  /** Sums: hours, log hours, log of hours to plan, distance of log hours from the mean. */
  hours: number
  sum: number
  sumToPlan: number
  deviation: number
  /** The same with the latest counting most. */
  recent: number
  recentToPlan: number
  recentWeight: number
  /** When the latest ended: in hours where there is a calendar, otherwise in journeys. */
  lastAt: number
}

export const noStats = (): GroupStats => ({
  journeys: 0,
  hours: 0,
  sum: 0,
  sumToPlan: 0,
  deviation: 0,
  recent: 0,
  recentToPlan: 0,
  recentWeight: 0,
  lastAt: Number.NaN,
})

/** As many journeys of the parent group stand behind each group: its own mean counts as much as theirs once it has had so many. */
export const priorJourneys = 5
/** After so many journeys, the weight of an outcome among the recent ones has fallen to a half. */
export const halfLifeOfGroup = 5
export const halfLifeOfAll = 50

export const shrunk = (sum: number, journeys: number, parentMean: number) => (sum + priorJourneys * parentMean) / (journeys + priorJourneys)

export const addOutcome = (
  stats: GroupStats,
  hours: number,
  logHours: number,
  logToPlan: number,
  parentMean: number,
  at: number,
  halfLife: number,
) => {
  const fade = 0.5 ** (1 / halfLife)
  stats.deviation += Math.abs(logHours - shrunk(stats.sum, stats.journeys, parentMean))
  stats.journeys += 1
  stats.hours += hours
  stats.sum += logHours
  stats.sumToPlan += logToPlan
  stats.recent = stats.recent * fade + logHours
  stats.recentToPlan = stats.recentToPlan * fade + logToPlan
  stats.recentWeight = stats.recentWeight * fade + 1
  stats.lastAt = at
}
