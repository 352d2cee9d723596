import type { Alert } from '@lading/shared/contract/alert'
import type { Shipment } from '@lading/shared/contract/shipment'
import { beforeEach, expect, test } from 'vitest'
import { asOfNow } from '../../../src/state/queue/as-of-now.ts'
import { type Detail, detail } from '../../../src/state/shipment/detail.ts'
import { shipments } from '../../../src/state/shipment/shipments.ts'

const expectedAt = (p50: string) => ({ id: 's', promisedAt: '2026-11-01T00:00:00Z', eta: { p50 } }) as Shipment
const late = { shipmentId: 's', kind: 'late', closedAt: null, facts: { lateMinutes: 540 } } as unknown as Alert
const lateMinutes = () => asOfNow(late).facts.lateMinutes

beforeEach(() => {
  detail.value = undefined
  shipments.value = new Map()
})

test('How late goods are is said by their arrival time of now, and as the alert was told where that is not known.', () => {
  expect(lateMinutes()).toBe(540)
  shipments.value = new Map([['s', expectedAt('2026-11-01T10:00:00Z')]])
  expect(lateMinutes()).toBe(600)
})

test('Beside the heading of an open shipment an alert says the lateness of this heading.', () => {
  shipments.value = new Map([['s', expectedAt('2026-11-01T10:00:00Z')]])
  detail.value = { shipment: expectedAt('2026-11-01T11:00:00Z') } as Detail
  expect(lateMinutes()).toBe(660)
  detail.value = { shipment: { ...expectedAt('2026-11-01T12:00:00Z'), id: 'another' } } as Detail
  expect(lateMinutes()).toBe(600)
})
