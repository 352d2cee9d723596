const minuteMs = 60_000

/** So many reports in a row that did not come, and never less than half an hour: a tunnel or a hold is no cause for alarm. */
const missedReports = 4
const leastMs = 30 * minuteMs

/** How long a device that should report every `reportIntervalS` may be quiet before it counts as silent. */
export const silentAfterMs = (reportIntervalS: number) => Math.max(leastMs, missedReports * reportIntervalS * 1000)

/** Below this a tracker of the usual kind has some days left. */
export const lowBatteryPct = 15
