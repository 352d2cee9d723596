const hourMs = 3_600_000

/** Until when people set things aside: for some hours, until the next morning, until the next week. In the viewer's own time. */
export const snoozeTimes = (nowMs: number) => {
  const morning = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate(), 8).getTime()
  const inDays = (days: number) => {
    const day = new Date(nowMs)
    day.setDate(day.getDate() + days)
    return day
  }
  // Monday is 1; on a Monday the next one is meant.
  const untilMonday = (8 - new Date(nowMs).getDay()) % 7 || 7
  return [
    { name: 'hour', atMs: nowMs + hourMs },
    { name: 'hours', atMs: nowMs + 4 * hourMs },
    { name: 'tomorrow', atMs: morning(inDays(1)) },
    { name: 'week', atMs: morning(inDays(untilMonday)) },
  ] as const
}

/** As a field for a date and a time takes it, in the viewer's own time. */
export const toLocalField = (atMs: number) => {
  const shifted = new Date(atMs - new Date(atMs).getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}
