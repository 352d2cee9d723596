/** The time of the last of them that stands for an hour whose readings have gone; nothing where all are of readings. */
export const hourlyUntil = (points: { atMs: number; hourly?: true }[]) => {
  const last = points.findLast(({ hourly }) => hourly)
  return last ? new Date(last.atMs).toISOString() : null
}
