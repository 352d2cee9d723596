import type { StockRecords } from './records.ts'

/** Below so many days of either kind a ratio says more of chance than of promotions. */
const fewestDays = 5

/** Demand on the days of past events as a multiple of that on other days, weekday by weekday; null where there was too little of either. */
export const promotionLift = ({ history, events }: Pick<StockRecords, 'history' | 'events'>): number | null => {
  const usual = Array.from({ length: 7 }, () => ({ sum: 0, days: 0 }))
  const during: { quantity: number; weekday: number }[] = []
  for (const { day, quantity } of history) {
    if (quantity === null) continue
    const weekday = new Date(day).getUTCDay()
    if (events.some(({ from, until }) => from <= day && day <= until)) during.push({ quantity, weekday })
    else {
      const total = usual[weekday] as { sum: number; days: number }
      total.sum += quantity
      total.days++
    }
  }
  const expected = during.reduce((sum, { weekday }) => {
    const { sum: sold, days } = usual[weekday] as { sum: number; days: number }
    return sum + (days > 0 ? sold / days : 0)
  }, 0)
  if (during.length < fewestDays || usual.reduce((sum, { days }) => sum + days, 0) < fewestDays || expected <= 0) return null
  return during.reduce((sum, { quantity }) => sum + quantity, 0) / expected
}
