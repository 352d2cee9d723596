import { NewService, ServiceCode, type ServiceDepartures } from '@lading/shared/contract/network'
import { type Issue, issueAt, wrongOn } from '@lading/shared/issue/issue'
import { issueOfSchema } from '@lading/shared/issue/of-schema'
import type { CodedService } from '@lading/store/postgres/service/put'
import Value from 'typebox/value'
import { recordsOf, refuseFile } from './records-of.ts'

const needed = ['code', 'mode', 'carrier', 'origin', 'destination', 'transit_hours']

export type ReadService = CodedService & { line: number }

/** Services from a file as docs/network.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readServices = (text: string): ReadService[] => {
  const seen = new Map<string, number>()
  const issues: Issue[] = []
  const services = recordsOf(text, needed).records.flatMap(({ line, fields }): ReadService[] => {
    const wrong = wrongOn(line, issues)
    const of = (field: string) => fields[field]?.trim() || undefined
    const number = (field: string) => {
      const given = of(field)
      if (given === undefined) return undefined
      if (!Number.isFinite(Number(given))) wrong(field, 'not-a-number', { value: given })
      return Number(given)
    }
    const code = of('code') ?? ''
    if (!Value.Check(ServiceCode, code)) wrong('code', 'not-a-code', { value: code, most: 64, allowed: 'a–z A–Z 0–9 . - _' })
    else if (seen.has(code)) wrong('code', 'twice', { value: code, line: seen.get(code) as number })
    seen.set(code, line)
    const [p10, p50, p90] = ['transit_hours_p10', 'transit_hours', 'transit_hours_p90'].map(number)
    const currency = of('currency')
    const grams = number('co2e_g_per_tkm')
    const [weightKg, volumeM3] = ['capacity_kg', 'capacity_m3'].map(number)
    const capacity = { ...(weightKg !== undefined && { weightKg }), ...(volumeM3 !== undefined && { volumeM3 }) }
    const service = {
      mode: of('mode'),
      carrier: of('carrier'),
      origin: of('origin'),
      destination: of('destination'),
      departures: departuresOf(of('departures')),
      transitHours: { p50, ...(p10 !== undefined && { p10 }), ...(p90 !== undefined && { p90 }) },
      price: currency
        ? {
            currency,
            perShipment: number('per_shipment') ?? 0,
            perTonne: number('per_tonne') ?? 0,
            perCubicMetre: number('per_cubic_metre') ?? 0,
          }
        : null,
      co2e: grams === undefined ? null : { gramsPerTonneKm: grams, source: of('co2e_source') ?? '' },
      distanceKm: number('distance_km') ?? null,
      capacity: Object.keys(capacity).length > 0 ? capacity : null,
      validFrom: of('valid_from') ?? null,
      validUntil: of('valid_until') ?? null,
      source: of('source') ?? null,
    }
    if (Value.Check(NewService, service)) return [{ ...service, code, line }]
    const found = Value.Errors(NewService, service).slice(0, 3).map(issueOfSchema)
    issues.push(...found.map((issue) => ({ ...issue, path: placeOf(line, issue.path.slice(1)) })))
    return []
  })
  if (seen.size === 0) issues.push(issueAt('line 1', 'no-rows'))
  refuseFile(issues)
  return services
}

/** Columns that are not called as the field of a service is. */
const columns: Record<string, string> = {
  transitHours: 'transit_hours',
  ...{ 'transitHours/p10': 'transit_hours_p10', 'transitHours/p50': 'transit_hours', 'transitHours/p90': 'transit_hours_p90' },
  price: 'currency',
  ...{ 'price/perShipment': 'per_shipment', 'price/perTonne': 'per_tonne', 'price/perCubicMetre': 'per_cubic_metre' },
  ...{ 'price/currency': 'currency', 'co2e/gramsPerTonneKm': 'co2e_g_per_tkm', 'co2e/source': 'co2e_source' },
  ...{ 'capacity/weightKg': 'capacity_kg', 'capacity/volumeM3': 'capacity_m3', distanceKm: 'distance_km' },
  ...{ validFrom: 'valid_from', validUntil: 'valid_until' },
}

/** Where a field of a service stands in the file. */
export const placeOf = (line: number | undefined, field: string) => `line ${line}, ${columns[field] ?? field.split('/')[0]}`

/** `2` a week; `1,4 18:00` weekdays and a time there; instants with a space between; empty: when the goods are there. */
const departuresOf = (text: string | undefined): ServiceDepartures | null => {
  if (text === undefined) return null
  if (/^[\d.]+$/.test(text)) return { kind: 'per-week', perWeek: Number(text) }
  const [, weekdays, time] = /^([1-7](?:,[1-7])*) (\d\d:\d\d)$/.exec(text) ?? []
  if (weekdays && time) return { kind: 'weekly', weekdays: weekdays.split(',').map(Number), time }
  return { kind: 'dates', dates: text.split(/\s+/) }
}
