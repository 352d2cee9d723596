import { signal } from '@preact/signals'
import { pathOf, screen, screenOf } from './screen.ts'

/** The currency that is looked at closely; nothing: the screen chooses. */
export const readCurrenciesAddress = (search: string): string | undefined => {
  const code = new URLSearchParams(search).get('currency') ?? ''
  return /^[A-Z]{3}$/.test(code) ? code : undefined
}

/** Kept also while another screen is open. */
export const chosenCurrency = signal<string | undefined>(
  readCurrenciesAddress(screen.value === 'currencies' ? (globalThis.location?.search ?? '') : ''),
)

export const currenciesUrl = (currency = chosenCurrency.value) => `${pathOf.currencies}${currency ? `?currency=${currency}` : ''}`

/** Opening the screen adds a step to the history; looking at another currency only rewrites the current one. */
export const goCurrencies = (currency = chosenCurrency.value) => {
  chosenCurrency.value = currency
  history[screen.value === 'currencies' ? 'replaceState' : 'pushState'](null, '', currenciesUrl())
  screen.value = 'currencies'
}

/** Follows the back and forward buttons; returns how to stop. */
export const followCurrenciesHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'currencies') chosenCurrency.value = readCurrenciesAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
