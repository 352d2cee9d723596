import type { CurrencyExposure, ExchangeRateList, ExposureList, RateHistory } from '@lading/shared/contract/exchange-rate'
import { computed, signal } from '@preact/signals'
import { chosenCurrency } from './address/currencies.ts'
import type { Load } from './server/load.ts'

export const rateList = signal<ExchangeRateList | undefined>(undefined)
export const ratesLoad = signal<Load>({ status: 'loading' })

/** What is open in other currencies; nothing until it is heard of. */
export const exposure = signal<ExposureList | undefined>(undefined)

/** Currencies that open orders are in and that got dearer than is borne without a word. */
export const dearCurrencies = computed<CurrencyExposure[]>(() => exposure.value?.items.filter(({ isBeyond }) => isBeyond) ?? [])

/** The one that was chosen; otherwise the one that moved most of those that orders are open in, or else the first. */
export const shownCurrency = computed(() => {
  const { value: chosen } = chosenCurrency
  const known = rateList.value?.items.map(({ currency }) => currency) ?? []
  if (chosen && known.includes(chosen)) return chosen
  return exposure.value?.items.map(({ currency }) => currency).find((currency) => known.includes(currency)) ?? known[0]
})

export const rateHistory = signal<RateHistory | undefined>(undefined)
