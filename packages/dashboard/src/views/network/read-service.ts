import type { NewService, Service, ServiceDepartures } from '@lading/shared/contract/network'
import { modes } from '@lading/shared/domain/mode'
import { isCurrency } from '@lading/shared/domain/money'
import { moneyOf } from '@lading/shared/money/units'
import { toLocalField } from '../alerts/snooze-times.ts'

/** When a service leaves, as the form has it; `any` means when the goods are there. Dates come from files only, and are kept. */
export const departureKinds = ['any', 'per-week', 'weekly', 'dates'] as const
export type DepartureKind = (typeof departureKinds)[number]

/** What a form says of a service. Dates of departure, which it has no field for, stay as they were. */
export const readService = (form: FormData, kept: Service | undefined): NewService => {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const number = (name: string) => (text(name) === '' ? undefined : Number(text(name)))
  const [p10, p90] = [number('p10'), number('p90')]
  const gramsPerTonneKm = number('co2eGrams')
  return {
    mode: modes.find((mode) => mode === text('mode')) ?? 'road',
    ...{ carrier: text('carrier'), origin: text('origin'), destination: text('destination') },
    departures: departuresIn(form, kept?.departures ?? null),
    transitHours: { p50: Number(text('p50')), ...(p10 !== undefined && { p10 }), ...(p90 !== undefined && { p90 }) },
    price: priceIn(text),
    co2e: gramsPerTonneKm === undefined ? null : { gramsPerTonneKm, source: text('co2eSource') },
    distanceKm: number('distanceKm') ?? null,
    capacity: capacityIn(number('capacityKg'), number('capacityM3')),
    ...{ validFrom: momentIn(text('validFrom'), kept?.validFrom), validUntil: momentIn(text('validUntil'), kept?.validUntil) },
    source: text('source') || null,
  }
}

/** A field knows minutes only: one that nobody touched says what was kept. */
const momentIn = (local: string, kept: string | null | undefined) => {
  if (local === '') return null
  return kept && local === toLocalField(Date.parse(kept)) ? kept : new Date(local).toISOString()
}

const capacityIn = (weightKg: number | undefined, volumeM3: number | undefined) =>
  weightKg === undefined && volumeM3 === undefined
    ? null
    : { ...(weightKg !== undefined && { weightKg }), ...(volumeM3 !== undefined && { volumeM3 }) }

const departuresIn = (form: FormData, kept: ServiceDepartures | null): ServiceDepartures | null => {
  const kind = form.get('departures')
  if (kind === 'per-week') return { kind, perWeek: Number(form.get('perWeek')) }
  if (kind === 'weekly') return { kind, weekdays: form.getAll('weekday').map(Number), time: String(form.get('time')) }
  return kind === 'dates' && kept?.kind === 'dates' ? kept : null
}

const priceIn = (text: (name: string) => string) => {
  const currency = text('currency').toUpperCase()
  if (currency === '') return null
  // What is no currency is told by the api, at its field.
  const minorUnits = (name: string) => (isCurrency(currency) ? moneyOf(text(name) || '0', currency).minorUnits : 0)
  return { currency, perShipment: minorUnits('perShipment'), perTonne: minorUnits('perTonne'), perCubicMetre: minorUnits('perCubicMetre') }
}
