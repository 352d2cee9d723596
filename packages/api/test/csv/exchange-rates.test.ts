import { DomainError } from '@lading/store/postgres/domain-error'
import { describe, expect, it } from 'vitest'
import { readExchangeRates } from '../../src/csv/exchange-rates.ts'

const now = new Date('2026-04-14T08:00:00Z')
const issuesOf = (text: string) => {
  try {
    readExchangeRates(text, now)
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.issues.map(({ path, message }) => `${path}: ${message}`)
  }
}

describe('A file of exchange rates', () => {
  it('as the European Central Bank has it holds a column a currency, and nothing where there was no rate.', () => {
    expect(readExchangeRates('Date,USD,JPY,BGN,\n2026-04-13,1.1684,186.75,N/A,\n2026-04-10,1.1711,186.43,,\n', now)).toEqual({
      isOfEcb: true,
      rates: [
        { currency: 'USD', date: '2026-04-13', rate: '1.1684' },
        { currency: 'JPY', date: '2026-04-13', rate: '186.75' },
        { currency: 'USD', date: '2026-04-10', rate: '1.1711' },
        { currency: 'JPY', date: '2026-04-10', rate: '186.43' },
      ],
    })
  })

  it('of anybody else holds a rate a line, as XML is told by how it begins.', () => {
    expect(readExchangeRates('date,currency,rate\n2026-04-13,VND,30800\n', now)).toEqual({
      isOfEcb: false,
      rates: [{ currency: 'VND', date: '2026-04-13', rate: '30800' }],
    })
    const xml = '\uFEFF <e><Cube time="2026-04-13"><Cube currency="USD" rate="1.1684"/></Cube></e>'
    expect(readExchangeRates(xml, now)).toMatchObject({ isOfEcb: true, rates: [{ rate: '1.1684' }] })
  })

  it.each([
    ['date,amount\n2026-04-13,3', 'line 1: none of the tables that are understood has these columns'],
    ['day,USD\n2026-04-13,3', 'line 1: there is no column date'],
    ['date,USD,note\n2026-04-13,1.1,x', 'line 1: "note" is no currency by ISO 4217'],
    ['date,USD\n13.04.2026,1.1', 'line 2, date: "13.04.2026" is not a day such as 2026-03-31'],
    ['date,USD\n2026-04-20,1.1', 'line 2, date: "2026-04-20" has not come yet'],
    ['date,USD\n2026-04-13,"1,1"', 'line 2, usd: "1,1" of USD is not a decimal above 0'],
    ['date,USD\n2026-04-13,1.1\n2026-04-13,1.2', 'line 3, date: "2026-04-13 USD" stands on line 2 too'],
    ['date,currency,rate\n2026-04-13,EUR,1', 'line 2, currency: "EUR" is no currency other than the euro, such as USD'],
    ['date,currency,rate\n2026-04-13,usd,1', 'line 2, currency: "usd" is no currency other than the euro, such as USD'],
    ['date,currency,rate\n2026-04-13,USD,-1', 'line 2, rate: "-1" of USD is not a decimal above 0'],
    ['date,USD\n', 'line 1: is not followed by anything that is read'],
    ['<a>', 'line 1: unclosed tag: a'],
  ])('%j is refused: %s', (text, issue) => expect(issuesOf(text)).toEqual([issue]))
})
