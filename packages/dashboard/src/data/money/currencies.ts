import type { ExchangeRateList, ExposureList, ImportedRates, RateHistory } from '@lading/shared/contract/exchange-rate'
import { effect } from '@preact/signals'
import { exposure, rateHistory, rateList, ratesLoad, shownCurrency } from '../../state/currencies.ts'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'

// Of rates the feed tells; of orders, which come now and then, nothing does.
const refreshMs = 60_000
const exposureEveryMs = 5 * 60_000

export const loadExposure = async () => {
  const result = await authorised<ExposureList>('/v1/currency-exposure')
  if (result.ok) exposure.value = result.value
}

/** Rates and what is open in other currencies, anew. What is shown stays until then. */
export const loadCurrencies = async () => {
  const [rates] = await Promise.all([authorised<ExchangeRateList>('/v1/exchange-rates'), loadExposure()])
  if (rates.ok) {
    rateList.value = rates.value
    ratesLoad.value = { status: 'ready' }
  } else if (!rateList.value) ratesLoad.value = { status: 'failed', failure: rates.failure }
}

const snooze = (currency: string, options: { method: 'PUT'; body: { until: string } } | { method: 'DELETE' }) =>
  authorised<ExposureList>(`/v1/currency-exposure/${currency}/snooze`, options).then((result) => {
    if (result.ok) exposure.value = result.value
    return result
  })

export const snoozeCurrency = (currency: string, until: string) => snooze(currency, { method: 'PUT', body: { until } })
export const wakeCurrency = (currency: string) => snooze(currency, { method: 'DELETE' })

const loadHistory = async (currency: string) => {
  const result = await authorised<RateHistory>(`/v1/exchange-rates/history${queryString({ currency })}`)
  if (result.ok && shownCurrency.value === currency) rateHistory.value = result.value
}

const repeat = (load: () => Promise<void>, everyMs: number) => {
  void load()
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void load()
  }, everyMs)
  return () => clearInterval(timer)
}

/** Keeps currencies that got dearer in the queue. Returns how to stop. */
export const followExposure = () => repeat(loadExposure, exposureEveryMs)

/** Keeps rates and the past of the one that is looked at true while they are on screen. Returns how to stop. */
export const followCurrencies = () => {
  const stopHistory = effect(() => {
    const { value: currency } = shownCurrency
    if (currency !== undefined) void loadHistory(currency)
  })
  const stop = repeat(loadCurrencies, refreshMs)
  return () => {
    stop()
    stopHistory()
  }
}

/** Hands over a file of rates; all of it is taken or nothing. */
export const importRates = async (text: string, source: string) => {
  const type = /^\uFEFF?\s*</.test(text) ? 'application/xml' : 'text/csv'
  const result = await authorised<ImportedRates>(`/v1/exchange-rates/import${queryString({ source })}`, {
    method: 'POST',
    body: text,
    type,
  })
  if (result.ok) {
    await loadCurrencies()
    if (shownCurrency.value) await loadHistory(shownCurrency.value)
  }
  return result
}
