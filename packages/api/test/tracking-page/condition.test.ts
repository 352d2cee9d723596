import { untouched } from '@lading/shared/contract/alert'
import type { Shipment } from '@lading/shared/contract/shipment'
import { describe, expect, it } from 'vitest'
import { conditionOf } from '../../src/tracking-page/condition.ts'
import { underway } from '../support/shipment.ts'

const limits = { temperatureMinC: 2, temperatureMaxC: 8, shockMaxG: null }
const excursion = (sinceAt: string, updatedAt: string, closedAt: string | null): Shipment['alerts'][number] => ({
  id: '00000000-0000-4000-8000-000000000077',
  shipmentId: '00000000-0000-4000-8000-000000000001',
  trackingNumber: 'LD5Q0V7ZK2MX',
  kind: 'temperature',
  severity: 'warning',
  message: 'Too warm.',
  facts: { sinceAt },
  openedAt: sinceAt,
  updatedAt,
  closedAt,
  ...untouched,
})

describe('What is said of the temperature on the way', () => {
  it.each([
    ['nothing, where nothing was measured', limits, undefined, null],
    ['nothing, where nothing was agreed', { ...limits, temperatureMinC: null, temperatureMaxC: null }, { minC: 1, maxC: 30 }, null],
    ['kept, where every measurement is within', limits, { minC: 2, maxC: 8 }, { kind: 'kept' }],
    ['kept, where only one end was agreed', { ...limits, temperatureMinC: null }, { minC: -20, maxC: 7 }, { kind: 'kept' }],
    ['briefly, where one was outside and none for long', limits, { minC: 2, maxC: 8.1 }, { kind: 'briefly' }],
  ])('is %s.', (_, given, measured, said) => {
    expect(conditionOf(underway({ limits: given, alerts: [] }), measured)).toEqual(said)
  })

  it('is for how long it was outside in all, and whether it still is.', () => {
    const past = excursion('2026-03-01T00:00:00.000Z', '2026-03-01T00:30:00.000Z', '2026-03-01T00:40:00.000Z')
    const open = excursion('2026-03-02T00:00:00.000Z', '2026-03-02T00:20:00.000Z', null)
    const measured = { minC: 3, maxC: 12 }
    expect(conditionOf(underway({ limits, alerts: [past] }), measured)).toEqual({ kind: 'broken', minutes: 40, now: false })
    expect(conditionOf(underway({ limits, alerts: [past, open] }), measured)).toEqual({ kind: 'broken', minutes: 60, now: true })
  })
})
