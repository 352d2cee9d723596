import { type TradeRuleKind, tradeRuleKinds } from '@lading/shared/domain/trade-rule'
import { computed, signal } from '@preact/signals'
import { pathOf, screen, screenOf } from './screen.ts'

/** What goods cost at the door, or the rules that it follows from. */
export const dutiesViews = ['quote', 'rules'] as const
export type DutiesView = (typeof dutiesViews)[number]

export type DutiesAddress = { view: DutiesView; text: string; kind: TradeRuleKind | undefined; destination: string; at: string }

export const noRuleFilter = { text: '', kind: undefined, destination: '', at: '' } as const

/** Reads the query of the screen; what it does not know it leaves out. */
export const readDutiesAddress = (search: string): DutiesAddress => {
  const query = new URLSearchParams(search)
  const [destination, at] = [query.get('destination') ?? '', query.get('at') ?? '']
  return {
    view: dutiesViews.find((one) => one === query.get('view')) ?? 'quote',
    text: query.get('q')?.slice(0, 100) ?? '',
    kind: tradeRuleKinds.find((one) => one === query.get('kind')),
    destination: /^[A-Z]{2,4}$/.test(destination) ? destination : '',
    at: /^\d{4}-\d\d-\d\d$/.test(at) ? at : '',
  }
}

const ruleQuery = ({ text, kind, destination, at }: DutiesAddress) =>
  [
    ['kind', kind ?? ''],
    ['destination', destination],
    ['at', at],
    ['q', text],
  ].filter((pair): pair is [string, string] => pair[1] !== '')

export const writeDutiesAddress = (wanted: DutiesAddress) => {
  const pairs = wanted.view === 'rules' ? [['view', 'rules'] as [string, string], ...ruleQuery(wanted)] : []
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** What the screen shows, also while another one is open. */
export const dutiesAddress = signal<DutiesAddress>(readDutiesAddress(screen.value === 'duties' ? (globalThis.location?.search ?? '') : ''))

/** The filter of rules as the api has it. */
export const rulesQuery = computed(() => new URLSearchParams(ruleQuery(dutiesAddress.value)).toString())

export const dutiesUrl = (change: Partial<DutiesAddress> = {}) =>
  `${pathOf.duties}${writeDutiesAddress({ ...dutiesAddress.value, ...change })}`

/** Opening the screen or the other view adds a step to the history; filtering only rewrites the current one. */
export const goDuties = (change: Partial<DutiesAddress> = {}) => {
  const isHere = screen.value === 'duties' && (change.view ?? dutiesAddress.value.view) === dutiesAddress.value.view
  dutiesAddress.value = { ...dutiesAddress.value, ...change }
  history[isHere ? 'replaceState' : 'pushState'](null, '', dutiesUrl())
  screen.value = 'duties'
}

/** Follows the back and forward buttons; returns how to stop. */
export const followDutiesHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'duties') dutiesAddress.value = readDutiesAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
