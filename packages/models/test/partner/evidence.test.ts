import type { LegFact, OrderFact, PartnerFacts } from '@lading/shared/domain/partner-facts'
import { describe, expect, it } from 'vitest'
import { evidenceOf, observationsOf } from '../../src/partner/evidence.ts'

const now = new Date('2026-06-01T00:00:00Z')
const hoursFrom = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000)
const nothing: PartnerFacts = { legs: [], history: [], shipments: [], orders: [], customs: [], recorded: [], claims: [], disputes: [] }
const planned = new Date('2026-05-20T00:00:00Z')
const leg: LegFact = {
  ...{ shipmentId: 's', trackingNumber: 'LD1', sequence: 1, mode: 'road', plannedArrival: planned, handedOverLateHours: 0 },
  ...{ actualDeparture: hoursFrom(planned, -10), actualArrival: planned, hasLimits: true, hasDevice: true, alerts: [] },
}
const order: OrderFact = {
  ...{ orderId: 'o', number: 'PO-1', product: 'LAMP', quantity: 10, received: 10, expectedAt: planned },
  ...{ cameAt: planned, lastAt: planned, isClosed: true },
}
const said = (facts: Partial<PartnerFacts>) =>
  evidenceOf({ ...nothing, ...facts }, now).map(({ aspect, isGood, code }) => `${aspect} ${isGood ? '+' : '-'} ${code}`)

describe('What is known of a carrier', () => {
  it.each<[string, Partial<LegFact>, string[]]>([
    ['arrived by the plan', {}, ['data-quality + leg-heard', 'excursions + leg-calm', 'on-time + leg-on-time']],
    [
      'arrived within what nobody calls late',
      { actualArrival: hoursFrom(planned, 4), hasDevice: false, hasLimits: false },
      ['on-time + leg-on-time'],
    ],
    ['arrived later', { actualArrival: hoursFrom(planned, 4.1), hasDevice: false, hasLimits: false }, ['on-time - leg-late']],
    [
      'arrived later because it was handed over later',
      { actualArrival: hoursFrom(planned, 14), handedOverLateHours: 12, hasDevice: false, hasLimits: false },
      ['on-time + leg-on-time'],
    ],
    ['is overdue', { actualArrival: null }, ['on-time - leg-overdue']],
    ['is not due yet', { actualArrival: null, plannedArrival: hoursFrom(now, 1) }, []],
    ['has not left', { actualArrival: null, actualDeparture: null }, []],
    [
      'was shaken and fell silent',
      {
        alerts: [
          { kind: 'shock', openedAt: planned },
          { kind: 'silent-device', openedAt: planned },
        ],
      },
      ['data-quality - leg-silent', 'excursions - leg-excursion', 'on-time + leg-on-time'],
    ],
  ])('whose leg %s.', (_, change, expected) => {
    expect(said({ legs: [{ ...leg, ...change }] })).toEqual(expected)
  })
})

describe('What is known of a supplier', () => {
  it.each<[string, Partial<OrderFact>, string[]]>([
    ['came in full and on time', {}, ['on-time + order-in-full']],
    ['came two days late', { cameAt: hoursFrom(planned, 48) }, ['on-time - order-late']],
    ['was closed with something missing', { received: 9, cameAt: null }, ['on-time - order-short']],
    ['is open and overdue', { received: 0, cameAt: null, lastAt: null, isClosed: false }, ['on-time - order-overdue']],
    ['is open and not due yet', { received: 0, cameAt: null, lastAt: null, isClosed: false, expectedAt: now }, []],
  ])('whose order %s.', (_, change, expected) => {
    expect(said({ orders: [{ ...order, ...change }] })).toEqual(expected)
  })
})

describe('What is known of others', () => {
  const shipment = { shipmentId: 's', trackingNumber: 'LD1' }

  it('is whether a broker had the documents, a forwarder kept the promise, and a carrier kept to the plan before Lading.', () => {
    expect(
      said({
        customs: [
          { ...shipment, legSequence: 2, lodgedAt: planned, missing: [] },
          { ...shipment, legSequence: 3, lodgedAt: hoursFrom(planned, 1), missing: ['invoice'] },
        ],
        shipments: [{ ...shipment, mode: 'parcel', dueAt: planned, arrivedAt: hoursFrom(planned, 5) }],
        history: [{ key: '1', mode: 'sea', startedAt: planned, plannedHours: 100, actualHours: 124 }],
      }),
    ).toEqual([
      'data-quality + documents-complete',
      'data-quality - documents-asked',
      'on-time - shipment-late',
      'on-time + history-on-time',
    ])
  })

  it('counts as often as it was recorded.', () => {
    const recorded = [
      ...[{ id: 'r', aspect: 'payment' as const, isGood: true, count: 7, at: planned, source: 'person' as const, note: null }].map(
        (each) => ({
          ...each,
          ...{ shipmentId: null, trackingNumber: null, orderId: null, number: null },
        }),
      ),
    ]
    expect(observationsOf(evidenceOf({ ...nothing, recorded }, now))).toEqual([{ aspect: 'payment', isGood: true, count: 7, at: planned }])
  })

  it('is what was upheld of a claim, in what it was about, and whether it was answered in time.', () => {
    const about = { shipmentId: null, trackingNumber: null, orderId: null, orderNumber: null }
    const claim = { ...about, id: 'c', number: 'C-1', kind: 'loss', decision: 'upheld', decidedAt: planned, lateAt: null } as const
    expect(said({ claims: [claim] })).toEqual(['claims + claim-in-time', 'damage - claim-upheld'])
    expect(said({ claims: [{ ...claim, kind: 'delay', lateAt: planned }] })).toEqual(['claims - claim-late', 'claims - claim-upheld'])
    expect(said({ claims: [{ ...claim, decision: 'rejected' }] })).toEqual(['claims + claim-in-time'])
    expect(said({ claims: [{ ...claim, decision: null, decidedAt: null }] })).toEqual([])
  })

  it('counts no longer once it was found to be wrong, and is shown all the same.', () => {
    const dispute = { id: 'c', number: 'C-1', evidenceId: 'leg/s/1/on-time' }
    const late = { ...leg, hasDevice: false, hasLimits: false, actualArrival: hoursFrom(planned, 9) }
    const disputed = (isUpheld: boolean) =>
      evidenceOf(
        { ...nothing, legs: [late], disputes: [{ ...dispute, state: isUpheld ? 'accepted' : 'opened', isUpheld, isOpen: !isUpheld }] },
        now,
      )
    expect(observationsOf(disputed(false))).toHaveLength(1)
    expect(observationsOf(disputed(true))).toEqual([])
    expect(disputed(true)).toMatchObject([{ id: dispute.evidenceId, dispute: { claim: 'c', number: 'C-1', isUpheld: true } }])
  })
})
