import { type Issue, issueAt, wrongOn } from '@lading/shared/issue/issue'
import { isDay, isToCome, type PublishedRate } from '@lading/shared/money/published-rate'
import { isRate } from '@lading/shared/money/rates'
import { readEcbXml } from '@lading/shared/money/read-ecb-xml'
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
  if (!isLong && wide.length === 0) throw notValid([issueAt('line 1', 'table-unknown')])
  const unknown = isLong ? [] : columns.filter((name) => name !== '' && name !== 'date' && !currencyCode.test(name))
  for (const name of unknown) issues.push(issueAt('line 1', 'currency-unknown', { value: name }))

  const seen = new Map<string, number>()
  const rates: PublishedRate[] = []
  for (const { line, fields } of records) {
    const wrong = wrongOn(line, issues)
    const { date = '' } = fields
    if (!isDay(date)) wrong('date', 'not-a-day', { value: date })
    else if (isToCome(date, now)) wrong('date', 'to-come', { value: date })
    const take = (column: string, code: string, rate: string) => {
      const currency = code.toUpperCase()
      if (!isRate(rate)) return wrong(column, 'not-a-rate', { value: rate, currency })
      const once = `${date} ${currency}`
      const before = seen.get(once)
      if (before !== undefined) return wrong(isLong ? 'currency' : 'date', 'twice', { value: once, line: before })
      seen.set(once, line)
      rates.push({ currency, date, rate })
    }
    if (!isLong) {
      for (const column of wide) if (!nothing.has((fields[column] ?? '').toLowerCase())) take(column, column, fields[column] ?? '')
    } else if (!/^[A-Z]{3}$/.test(fields.currency ?? '') || fields.currency === 'EUR')
      wrong('currency', 'not-besides-euro', { value: fields.currency ?? '' })
    else take('rate', fields.currency ?? '', fields.rate ?? '')
  }
  if (rates.length === 0 && issues.length === 0) issues.push(issueAt('line 1', 'no-rows'))
  refuseFile(issues)
  return { rates, isOfEcb: !isLong }
}
