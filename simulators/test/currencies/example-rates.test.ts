import { expect, test } from 'vitest'
import { exampleRates } from '../../src/currencies/example-rates.ts'

const nowMs = Date.parse('2026-11-28T12:00:00Z')
const rows = exampleRates(nowMs)
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
const last = (currency: string, daysBefore = 0) => {
  const until = new Date(nowMs - daysBefore * 86_400_000).toISOString().slice(0, 10)
  return Number(rows.findLast(([date = '', code]) => code === currency && date <= until)?.[2])
}

test('Example rates are of working days until yesterday, one a currency and day, and the same whenever they are made.', () => {
  expect(new Set(rows.map(([date, currency]) => `${date} ${currency}`)).size).toBe(rows.length)
  expect(rows.map(([date]) => date as string).toSorted()).toSatisfy(
    (dates: string[]) => dates[0] === '2026-08-31' && dates.at(-1) === '2026-11-27',
  )
  expect(rows.every(([date]) => ![0, 6].includes(new Date(date as string).getUTCDay()))).toBe(true)
  expect(exampleRates(nowMs)).toBe(exampleRates(nowMs))
})

test('One currency got dearer by more than is borne without a word since orders were placed; the others did not.', () => {
  // Fewer units for a euro: dearer.
  expect(last('CNY', 27) / last('CNY') - 1).toBeGreaterThan(0.05)
  for (const currency of ['USD', 'GBP', 'JPY']) expect(last(currency, 27) / last(currency) - 1).toBeLessThan(0.05)
})
