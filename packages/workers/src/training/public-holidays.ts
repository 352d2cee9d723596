const dayMs = 86_400_000

/**
 * Public holidays of a country, of which a day such as `2026-12-25` is one or not. They come from `date-holidays`, which takes a second to
 * load and is loaded only where an office keeps holidays. A country that it does not know has none.
 */
export const publicHolidays = async (country: string): Promise<(day: string) => boolean> => {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays(country, { types: ['public'] })
  const years = new Map<number, Set<string>>()
  const daysOf = (year: number) => {
    const known = years.get(year)
    if (known) return known
    const days = new Set<string>()
    for (const { date, start, end } of calendar.getHolidays(year) ?? []) {
      // Half a day off for some, such as from noon on, closes no office.
      if (date.slice(11, 19) === noon) continue
      const firstMs = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
      const many = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs))
      for (let at = 0; at < many; at += 1) days.add(new Date(firstMs + at * dayMs).toISOString().slice(0, 10))
    }
    years.set(year, days)
    return days
  }
  return (day) => daysOf(Number(day.slice(0, 4))).has(day)
}
const noon = '12:00:00'
