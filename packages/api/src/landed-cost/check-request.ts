import type { LandedCostActual, LandedCostRequest } from '@lading/shared/contract/landed-cost'
import { isCurrency } from '@lading/shared/domain/money'
import type { Issue } from '@lading/shared/issue/issue'
import { countryOf } from '../csv/country-of.ts'

/** What the schema cannot say: whether countries and currencies exist. */
export const checkRequest = (
  request: LandedCostActual & Partial<Pick<LandedCostRequest, 'from' | 'destination' | 'currency'>>,
): Issue[] => {
  const { from, destination, currency, lines = [], freight, insurance, exchangeRates = [] } = request
  const countries = { '/from': from, '/destination': destination, ...each(lines, (line, index) => [`/lines/${index}/origin`, line.origin]) }
  const currencies = {
    ...{ '/currency': currency, '/freight/currency': freight?.currency, '/insurance/currency': insurance?.currency },
    ...each(lines, (line, index) => [`/lines/${index}/value/currency`, line.value.currency]),
    ...each(exchangeRates, (rate, index) => [`/exchangeRates/${index}/from`, rate.from]),
    ...each(exchangeRates, (rate, index) => [`/exchangeRates/${index}/to`, rate.to]),
  }
  const words = {
    ...each(lines, (line, index) => [`/lines/${index}/description`, line.description ?? '']),
    ...each(exchangeRates, ({ source }, index) => [`/exchangeRates/${index}/source`, source]),
  }
  const rates = each(exchangeRates, ({ rate }, index) => [`/exchangeRates/${index}/rate`, rate])
  return [
    ...wrong(countries, (code) => countryOf(code) === code, 'is no country by ISO 3166-1'),
    ...wrong(currencies, isCurrency, 'is not a currency of ISO 4217'),
    ...wrong(words, isText, 'has characters that are none'),
    ...wrong(rates, (rate) => Number(rate) > 0, 'is no rate'),
  ]
}

type Codes = Record<string, string | undefined>

const each = <Item>(items: Item[], of: (item: Item, index: number) => [string, string]): Codes => Object.fromEntries(items.map(of))

const wrong = (codes: Codes, isRight: (code: string) => boolean, message: string): Issue[] =>
  Object.entries(codes).flatMap(([path, code]) => (code === undefined || isRight(code) ? [] : [{ path, message: `${code} ${message}` }]))

/** What JSON can write and a database cannot keep. */
const isText = (text: string) => text.isWellFormed() && !text.includes('\0')
