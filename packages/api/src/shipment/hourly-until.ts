/** The time of the last of them that stands for an hour whose readings have gone; nothing where all are of readings. */
export const hourlyUntil = <P extends { hourly?: true }>(points: P[], msOf: (point: P) => number) => {
  const last = points.findLast(({ hourly }) => hourly)
  return last ? new Date(msOf(last)).toISOString() : null
}
