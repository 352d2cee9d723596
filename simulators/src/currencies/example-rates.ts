import { bellNoise } from '../random/hash.ts'
import { dateOf, dayOf } from '../stock/sold-on.ts'

/** Rates of one euro of the European Central Bank for 13 April 2026, from which the example goes on. */
const begin = { USD: 1.1684, CNY: 7.9827, GBP: 0.87058, JPY: 186.75, CHF: 0.9242, SEK: 10.892, PLN: 4.2543, KRW: 1740.86 }
const places: Partial<Record<keyof typeof begin, number>> = { JPY: 2, KRW: 2, GBP: 5 }

export const examplesSource = 'Example, not real'
const pastDays = 91
/** The yuan gets dearer by this share in the last weeks, so that there is something to be warned of. */
const shock = { currency: 'CNY', share: 0.08, days: 24 }

/**
 * Thirteen weeks of invented rates until yesterday, as a file: each working day a few thousandths up or down, and one currency that moves.
 * Never to be taken for real ones, which the source says.
 */
export const exampleRates = (nowMs: number): string => {
  const today = dayOf(nowMs)
  const days = Array.from({ length: pastDays }, (_, index) => today - pastDays + index).filter((day) => isWorkingDay(dateOf(day)))
  const lines = Object.entries(begin).flatMap(([currency, first]) => {
    let rate = first
    return days.map((day) => {
      const isMoving = currency === shock.currency && day >= today - shock.days
      rate *= 1 + 0.0025 * bellNoise('rate', `${currency}/${day - today}`)
      const level = isMoving ? rate * (1 - shock.share * Math.min(1, (day - (today - shock.days)) / (shock.days - 6))) : rate
      return `${dateOf(day)},${currency},${level.toFixed(places[currency as keyof typeof begin] ?? 4)}`
    })
  })
  return ['date,currency,rate', ...lines].join('\n')
}

const isWorkingDay = (date: string) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
