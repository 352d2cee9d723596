import type { Service } from '@lading/shared/contract/network'
import { describe, expect, it } from 'vitest'
import { toLocalField } from '../../../src/views/alerts/snooze-times.ts'
import { readService } from '../../../src/views/network/read-service.ts'

const said = (entries: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}
const road: [string, string][] = [
  ...(Object.entries({ mode: 'rail', carrier: ' Fast Rail ', origin: 'A-1', destination: 'B-1', p50: '30' }) as [string, string][]),
]

describe('What a form says of a service', () => {
  it('is what is entered, and nothing of what is not.', () => {
    expect(readService(said([...road, ['departures', 'any'], ['currency', ''], ['perTonne', '9']]), undefined)).toEqual({
      ...{ mode: 'rail', carrier: 'Fast Rail', origin: 'A-1', destination: 'B-1', departures: null, transitHours: { p50: 30 } },
      ...{ price: null, co2e: null, distanceKm: null, capacity: null, validFrom: null, validUntil: null, source: null },
    })
  })

  it('has prices in minor units of their currency, and departures on the days that are chosen.', () => {
    const weekly: [string, string][] = [...road, ['departures', 'weekly'], ['weekday', '1'], ['weekday', '4'], ['time', '18:00']]
    const { price, departures } = readService(said([...weekly, ['currency', 'jpy'], ['perShipment', '500']]), undefined)
    expect(price).toEqual({ currency: 'JPY', perShipment: 500, perTonne: 0, perCubicMetre: 0 })
    expect(departures).toEqual({ kind: 'weekly', weekdays: [1, 4], time: '18:00' })
    expect(readService(said([...weekly, ['currency', 'EUR'], ['perTonne', '12.5']]), undefined).price?.perTonne).toBe(1250)
  })

  it('has what its carrier says of emissions, of how far it is and what it takes, and from when to when it is offered.', () => {
    const told: [string, string][] = [...road, ['co2eGrams', '7.5'], ['co2eSource', ' GLEC '], ['distanceKm', '900'], ['capacityM3', '80']]
    expect(readService(said([...told, ['validFrom', '2026-05-01T08:00'], ['validUntil', '']]), undefined)).toMatchObject({
      ...{ co2e: { gramsPerTonneKm: 7.5, source: 'GLEC' }, distanceKm: 900, capacity: { volumeM3: 80 }, validUntil: null },
      validFrom: new Date('2026-05-01T08:00').toISOString(),
    })
  })

  it('keeps what the form has no field for, and the seconds of a time that nobody touched.', () => {
    const dates = { kind: 'dates' as const, dates: ['2026-05-01T00:00:00.000Z'] }
    const validUntil = '2026-06-01T10:20:30.400Z'
    const kept = { departures: dates, validUntil } as Service
    const untouched: [string, string][] = [...road, ['departures', 'dates'], ['validUntil', toLocalField(Date.parse(validUntil))]]
    expect(readService(said(untouched), kept)).toMatchObject({ departures: dates, validUntil })
    expect(readService(said([...road, ['departures', 'any']]), kept).departures).toBeNull()
  })
})
