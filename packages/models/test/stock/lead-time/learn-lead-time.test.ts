import type { PastDelivery } from '@lading/shared/domain/supply'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { learnLeadTime } from '../../../src/stock/lead-time/learn-lead-time.ts'

const key = { product: 'LAMP', warehouse: 'WH-A' }
const terms = { leadTimeDays: 30, leadTimeSdDays: 4 }
let number = 0
const came = (days: number, change: Partial<PastDelivery> = {}): PastDelivery => ({
  ...{ order: `PO-${number++}`, ...key, agreedDays: 30, kind: 'came', days, sdDays: 0, share: 1 },
  ...change,
})
const learn = (past: PastDelivery[], agreed = terms) => learnLeadTime(agreed, key, past)

const days = fc.double({ min: 1, max: 120, noNaN: true })
const delivery = fc
  .record({
    order: fc.constantFrom('a', 'b', 'c', 'd'),
    product: fc.constantFrom('LAMP', 'BULB'),
    warehouse: fc.constantFrom('WH-A', 'WH-B'),
    agreedDays: fc.option(fc.double({ min: 5, max: 60, noNaN: true }), { nil: null }),
    kind: fc.constantFrom('came', 'on-shipment', 'open'),
    days,
    sdDays: fc.double({ min: 0, max: 10, noNaN: true }),
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
  })
  .map((one): PastDelivery => one as PastDelivery)
const agreedTerms = fc.record({ leadTimeDays: days, leadTimeSdDays: fc.double({ min: 0, max: 20, noNaN: true }) })

describe('The lead time that is learnt', () => {
  it('is what the terms say where nothing was ever ordered.', () => {
    fc.assert(
      fc.property(agreedTerms, (agreed) => {
        const { leadTimeDays: meanDays, leadTimeSdDays: sdDays } = agreed
        expect(learn([], agreed)).toMatchObject({ meanDays, sdDays, agreedShare: 1, orders: 0, otherOrders: 0, onShipments: 0 })
      }),
    )
  })

  it('moves from the terms to what orders showed as there are more of them.', () => {
    const learntFrom = (orders: number) => learn(Array.from({ length: orders }, (_, at) => came(40 + (at % 3) - 1)))
    expect(learntFrom(1).meanDays).toBeCloseTo(30 + (39 - 30) / 5, 6)
    expect(learntFrom(4).meanDays).toBeGreaterThan(34)
    expect(learntFrom(4).meanDays).toBeLessThan(36)
    const many = learntFrom(120)
    expect(many.meanDays).toBeGreaterThan(39.5)
    expect(many.sdDays).toBeLessThan(2.5)
    expect([many.orders, many.agreedShare < 0.05]).toEqual([120, true])
    // Terms and orders that disagree make the lead time less sure, until the orders have made their point.
    expect(learntFrom(4).sdDays).toBeGreaterThan(4)
  })

  it('grows with what orders took, and its spread with how much they differ.', () => {
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 2, maxLength: 12 }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (took, more, factor) => {
          const before = learn(took.map((each) => came(each)))
          expect(learn(took.map((each) => came(each + more))).meanDays).toBeGreaterThanOrEqual(before.meanDays - 1e-9)
          const middle = took.reduce((sum, each) => sum + each, 0) / took.length
          const wider = learn(took.map((each) => came(middle + (each - middle) * factor)))
          expect(wider.sdDays).toBeGreaterThanOrEqual(before.sdDays - 1e-9)
          expect(wider.meanDays).toBeCloseTo(before.meanDays, 6)
        },
      ),
    )
  })

  it('does not depend on the order in which deliveries are told, and is always a length of time.', () => {
    fc.assert(
      fc.property(fc.array(delivery, { maxLength: 25 }), agreedTerms, (past, agreed) => {
        const one = learn(past, agreed)
        const other = learn(past.toReversed(), agreed)
        expect(other.meanDays).toBeCloseTo(one.meanDays, 6)
        expect(other.sdDays).toBeCloseTo(one.sdDays, 6)
        expect(one.meanDays).toBeGreaterThan(0)
        expect(one.sdDays).toBeGreaterThanOrEqual(0)
        expect(one.agreedShare).toBeGreaterThan(0)
        expect(one.agreedShare).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('takes from other products how late their supplier is beside what was agreed for them, and less of it than from its own.', () => {
    const others = Array.from({ length: 40 }, () => came(24, { product: 'BULB', agreedDays: 20 }))
    const { meanDays, otherOrders, orders } = learn(others)
    expect(meanDays).toBeGreaterThan(35)
    expect(meanDays).toBeLessThan(36)
    expect([orders, otherOrders]).toEqual([0, 40])
    const own = Array.from({ length: 12 }, () => came(30))
    expect(learn([...others, ...own]).meanDays).toBeLessThan(33)
    expect(learn([...others, ...own]).meanDays).toBeGreaterThan(30)
    // Without terms there is nothing to compare them with.
    expect(learn([came(60, { product: 'BULB', agreedDays: null })]).agreedShare).toBe(1)
  })

  it('hears of a supplier that is late now: from orders that are overdue, and from those on live shipments with how sure their arrival is.', () => {
    const onTime = Array.from({ length: 8 }, () => came(30))
    const usual = learn(onTime)
    expect(learn([...onTime, came(12, { kind: 'open' })])).toEqual(usual)
    expect(learn([...onTime, came(55, { kind: 'open' })]).meanDays).toBeGreaterThan(usual.meanDays)
    const shipped = (sdDays: number) => learn([...onTime, came(42, { kind: 'on-shipment', sdDays })])
    expect(shipped(1).meanDays).toBeGreaterThan(usual.meanDays)
    expect(shipped(1).onShipments).toBe(1)
    expect(shipped(8).sdDays).toBeGreaterThan(shipped(1).sdDays)
    expect(shipped(8).meanDays).toBeCloseTo(shipped(1).meanDays, 10)
  })

  it('counts an order that came in parts as one.', () => {
    const inParts = [came(30, { order: 'PO-X', share: 0.5 }), came(40, { order: 'PO-X', share: 0.5 })]
    expect(learn(inParts).meanDays).toBeCloseTo(learn([came(35)]).meanDays, 10)
    expect(learn(inParts).orders).toBe(1)
  })
})
