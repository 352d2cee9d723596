import { isDay, isToCome, type PublishedRate } from '@lading/shared/money/published-rate'
import { isRate } from '@lading/shared/money/rates'
import { readEcbXml } from '@lading/shared/money/read-ecb-xml'
import type { Issue } from '@lading/store/postgres/domain-error'
import { notValid, recordsOf, refuseFile } from './records-of.ts'

/** `isOfEcb` where the file has the shape in which the European Central Bank publishes. */
type Read = { rates: PublishedRate[]; isOfEcb: boolean }

// Where a currency had no rate on a day.
const nothing = new Set(['', 'n/a', '-'])
const currencyCode = /^[a-z]{3}$/

/**
 * Rates of one euro from one of the files that docs/currencies.md names, told apart by how they begin. Throws with every line that is
 * wrong, and then nothing is read.
 */
export const readExchangeRates = (text: string, now: Date): Read => {
  if (/^\uFEFF?\s*</.test(text)) {
    const { rates, mistakes } = readEcbXml(text, now)
    refuseFile(mistakes)
    return { rates, isOfEcb: true }
  }
  const { columns, records } = recordsOf(text, ['date'])
  const issues: Issue[] = []
  const isLong = columns.includes('currency') && columns.includes('rate')
  const wide = columns.filter((name) => currencyCode.test(name))
  if (!isLong && wide.length === 0)
    throw notValid([{ path: 'line 1', message: 'there is neither a column for each currency nor the columns currency and rate' }])
  const unknown = isLong ? [] : columns.filter((name) => name !== '' && name !== 'date' && !currencyCode.test(name))
  for (const name of unknown) issues.push({ path: 'line 1', message: `"${name}" is no currency by ISO 4217` })

  const seen = new Map<string, number>()
  const rates: PublishedRate[] = []
  for (const { line, fields } of records) {
    const wrong = (column: string, message: string) => issues.push({ path: `line ${line}, ${column}`, message })
    const { date = '' } = fields
    if (!isDay(date)) wrong('date', `"${date}" is not a day such as 2026-04-13`)
    else if (isToCome(date, now)) wrong('date', `"${date}" has not come yet`)
    const take = (column: string, code: string, rate: string) => {
      const currency = code.toUpperCase()
      if (!isRate(rate)) return wrong(column, `"${rate}" of ${currency} is not a decimal above 0`)
      const once = `${date} ${currency}`
      if (seen.has(once)) return wrong(isLong ? 'currency' : 'date', `${currency} of ${date} stands on line ${seen.get(once)} too`)
      seen.set(once, line)
      rates.push({ currency, date, rate })
    }
    if (!isLong) {
      for (const column of wide) if (!nothing.has((fields[column] ?? '').toLowerCase())) take(column, column, fields[column] ?? '')
    } else if (!/^[A-Z]{3}$/.test(fields.currency ?? '') || fields.currency === 'EUR')
      wrong('currency', `"${fields.currency}" is no currency other than the euro, such as USD`)
    else take('rate', fields.currency ?? '', fields.rate ?? '')
  }
  if (rates.length === 0 && issues.length === 0) issues.push({ path: 'line 1', message: 'is not followed by any rate' })
  refuseFile(issues)
  return { rates, isOfEcb: !isLong }
}
