import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { type AlertKind, alertKinds } from '@lading/shared/domain/alert'
import { type CustomsStanding, customsStandings } from '@lading/shared/domain/customs-entry'
import { type Mode, modes } from '@lading/shared/domain/mode'
import { type PromiseState, promiseStateOf, promiseStates } from '@lading/shared/domain/promise'
import { type RiskKind, riskKinds } from '@lading/shared/domain/risk'
import { type RiskLevel, riskLevels } from '@lading/shared/domain/risk-level'
import { isFinished, type ShipmentState, shipmentStates } from '@lading/shared/domain/shipment-state'

/** Which shipments are shown; places are a country (two letters) or the code of a place. */
export type Filter = {
  states: ShipmentState[]
  modes: Mode[]
  promises: PromiseState[]
  customs: CustomsStanding[]
  risk: RiskFilter
  carriers: string[]
  from: string
  to: string
  /** A place that goods come from, go to or pass through. */
  warehouse: string
  kinds: AlertKind[]
  alert: boolean
  text: string
}

/** Of which kinds, any where none is named, and whether only high risk counts; without either nothing is asked for. */
export type RiskFilter = { kinds: RiskKind[]; level: RiskLevel | undefined }

/** What a summary does not say of itself: what the server found for the text and the warehouse, and which shipments have an alert of the wanted kinds. */
export type Known = { found: ReadonlySet<string>; alerted: ReadonlySet<string> }

/**
 * One part of a filter: how it stands in the address, which shipments it lets through, and how the server is asked for them. A part
 * that is empty lets everything through and stands nowhere.
 */
type Part<Value> = {
  param: string
  none: Value
  isEmpty: (value: Value) => boolean
  read: (text: string) => Value
  write: (value: Value) => string
  matches: (value: Value, shipment: ShipmentSummary, known: Known) => boolean
  /** Name and values of the api's query; none where the server cannot look for it. */
  ask: (value: Value) => Record<string, string | string[] | boolean>
}

type Rest<Value> = Pick<Part<Value>, 'param' | 'matches' | 'ask'>

/** Several of a few words that are known. */
const several = <Value extends string>(known: readonly Value[], rest: Rest<Value[]>): Part<Value[]> => ({
  none: [],
  isEmpty: (values) => values.length === 0,
  read: (text) => text.split(',').filter((value): value is Value => known.includes(value as Value)),
  write: (values) => values.join(),
  ...rest,
})

const word = (rest: Rest<string>, longest = 100): Part<string> => ({
  none: '',
  isEmpty: (value) => value === '',
  read: (text) => text.slice(0, longest),
  write: (value) => value,
  ...rest,
})

const isAt = (place: string, { code, country }: ShipmentSummary['origin']) => (place.length === 2 ? country : code) === place.toUpperCase()

const mentions = (text: string, { trackingNumber, reference, carrier, origin, destination }: ShipmentSummary) =>
  [trackingNumber, reference, carrier, origin.name, origin.code, destination.name, destination.code].some((field) =>
    field?.toLowerCase().includes(text),
  )

const parts: { [Name in keyof Filter]: Part<Filter[Name]> } = {
  states: several(shipmentStates, { param: 'state', matches: (states, { state }) => states.includes(state), ask: (state) => ({ state }) }),
  modes: several(modes, {
    param: 'mode',
    matches: (wanted, { mode }) => mode !== null && wanted.includes(mode),
    ask: (mode) => ({ mode }),
  }),
  promises: several(promiseStates, {
    param: 'promise',
    matches: (wanted, { missProbability, state }) =>
      typeof missProbability === 'number' && !isFinished(state) && wanted.includes(promiseStateOf(missProbability)),
    ask: (promise) => ({ promise }),
  }),
  customs: several(customsStandings, {
    param: 'customs',
    matches: (wanted, { customsState }) => typeof customsState === 'string' && wanted.includes(customsState),
    ask: (wanted) => ({ customs: wanted.includes('pending') ? 'open' : 'held' }),
  }),
  risk: {
    param: 'risk',
    none: { kinds: [], level: undefined },
    isEmpty: ({ kinds, level }) => kinds.length === 0 && !level,
    read: (text) => {
      const words = text.split(',')
      return { kinds: riskKinds.filter((kind) => words.includes(kind)), level: riskLevels.find((level) => words.includes(level)) }
    },
    write: ({ kinds, level }) => [...(level ? [level] : []), ...kinds].join(),
    matches: ({ kinds, level }, { risk = {} }) =>
      (kinds.length > 0 ? kinds : riskKinds).some((kind) => (level === 'high' ? risk[kind] === 'high' : risk[kind] !== undefined)),
    ask: ({ kinds, level }) => ({ ...(kinds.length > 0 && { riskKind: kinds }), riskLevel: level ?? 'raised' }),
  },
  carriers: {
    none: [],
    isEmpty: (values) => values.length === 0,
    // Carriers have commas in their names: one is written as "!," and what it is written with as "!!".
    read: (text) => text.match(/(?:[^,!]|!.)+/g)?.map((one) => one.replace(/!(.)/g, '$1')) ?? [],
    write: (values) => values.map((value) => value.replace(/[!,]/g, '!$&')).join(),
    param: 'carrier',
    matches: (carriers, { carrier }) => carrier !== null && carriers.includes(carrier),
    ask: (carrier) => ({ carrier }),
  },
  from: word({ param: 'from', matches: (place, { origin }) => isAt(place, origin), ask: (origin) => ({ origin }) }, 32),
  to: word({ param: 'to', matches: (place, { destination }) => isAt(place, destination), ask: (destination) => ({ destination }) }, 32),
  warehouse: word(
    {
      param: 'warehouse',
      matches: (place, { id, origin, destination }, { found }) => found.has(id) || isAt(place, origin) || isAt(place, destination),
      ask: (warehouse) => ({ warehouse }),
    },
    32,
  ),
  kinds: several(alertKinds, { param: 'kind', matches: (_, { id }, { alerted }) => alerted.has(id), ask: (alertKind) => ({ alertKind }) }),
  alert: {
    param: 'alert',
    none: false,
    isEmpty: (value) => !value,
    read: (text) => text === 'true',
    write: String,
    matches: (_, { openAlerts }) => openAlerts > 0,
    ask: (alert) => ({ alert }),
  },
  text: word({
    param: 'q',
    matches: (text, shipment, { found }) => found.has(shipment.id) || mentions(text.toLowerCase(), shipment),
    ask: (q) => ({ q }),
  }),
}

// A table whose rows have a type each: what a row is given is its own value.
const rows = Object.entries(parts) as [keyof Filter, Part<unknown>][]

export const noFilter = Object.fromEntries(rows.map(([name, { none }]) => [name, none])) as Filter

const used = (filter: Filter) => rows.filter(([name, { isEmpty }]) => !isEmpty(filter[name]))

export const isUsed = (filter: Filter) => used(filter).length > 0

/** Reads it from the query of an address; what it does not know it leaves out. */
export const readFilter = (query: URLSearchParams): Filter =>
  Object.fromEntries(rows.map(([name, { param, none, read }]) => [name, query.has(param) ? read(query.get(param) ?? '') : none])) as Filter

export const writeFilter = (filter: Filter): [string, string][] =>
  used(filter).map(([name, { param, write }]) => [param, write(filter[name])])

export const matches = (filter: Filter, shipment: ShipmentSummary, known: Known) =>
  used(filter).every(([name, part]) => part.matches(filter[name], shipment, known))

/** How the server is asked for what the filter lets through. */
export const askFor = (filter: Filter) =>
  Object.assign({}, ...used(filter).map(([name, { ask }]) => ask(filter[name]))) as ReturnType<Part<unknown>['ask']>
