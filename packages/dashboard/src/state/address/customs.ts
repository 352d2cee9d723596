import { type CustomsState, customsStates } from '@lading/shared/domain/customs-entry'
import { signal } from '@preact/signals'
import { pathOf, screen, screenOf } from './screen.ts'

export type CustomsFilter = { text: string; states: CustomsState[]; country: string }

export const noCustomsFilter: CustomsFilter = { text: '', states: [], country: '' }

/** Reads the query of the customs screen; what it does not know it leaves out. */
export const readCustomsAddress = (search: string): CustomsFilter => {
  const query = new URLSearchParams(search)
  const wanted = query.get('state')?.split(',') ?? []
  const country = query.get('country') ?? ''
  return {
    text: query.get('q')?.slice(0, 100) ?? '',
    states: customsStates.filter((state) => wanted.includes(state)),
    country: /^[A-Z]{2}$/.test(country) ? country : '',
  }
}

export const writeCustomsAddress = ({ text, states, country }: CustomsFilter) => {
  const pairs = [
    ['state', states.join(',')],
    ['country', country],
    ['q', text],
  ].filter((pair) => pair[1] !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString().replaceAll('%2C', ',')}`
}

/** What the customs screen shows, also while another screen is open. */
export const customsFilter = signal<CustomsFilter>(
  readCustomsAddress(screen.value === 'customs' ? (globalThis.location?.search ?? '') : ''),
)

export const customsUrl = () => `${pathOf.customs}${writeCustomsAddress(customsFilter.value)}`

/** Opening the screen adds a step to the history; filtering only rewrites the current one. */
export const goCustoms = (change: Partial<CustomsFilter> = {}) => {
  customsFilter.value = { ...customsFilter.value, ...change }
  history[screen.value === 'customs' ? 'replaceState' : 'pushState'](null, '', customsUrl())
  screen.value = 'customs'
}

/** Follows the back and forward buttons; returns how to stop. */
export const followCustomsHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'customs') customsFilter.value = readCustomsAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
