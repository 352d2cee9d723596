/** When a day (ISO 8601) ends in a zone: the first instant of the next one there. */
export const endOfDay = (day: string, zone: string): Date => {
  const midnightMs = Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000
  // The offset is that of the moment itself, which the first guess misses by a day at most; clocks that change do so hours apart.
  const guessMs = midnightMs - offsetMs(midnightMs, zone)
  return new Date(midnightMs - offsetMs(guessMs, zone))
}

/** How far clocks in the zone are ahead of UTC. */
const offsetMs = (atMs: number, zone: string) => {
  // Swedish dates are written as in ISO 8601.
  const local = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(atMs)
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(atMs / 1000) * 1000
}
