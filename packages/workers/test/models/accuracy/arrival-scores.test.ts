import type { ArrivedShipment } from '@lading/store/postgres/prediction-score/unscored-arrivals'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrivalScores } from '../../../src/models/accuracy/arrival-scores.ts'

const t0 = Date.UTC(2026, 4, 1)
const at = (hours: number) => new Date(t0 + hours * 3_600_000)
const eta = (madeAt: number, p10: number, p50: number, p90: number) => ({
  computedAt: at(madeAt),
  p10: at(p10),
  p50: at(p50),
  p90: at(p90),
})
const shipment = (etas: ArrivedShipment['etas']): ArrivedShipment => ({
  id: 'a',
  arrivedAt: at(100),
  plannedAt: at(90),
  origin: { code: 'CNSZX', country: 'CN', kind: 'port' },
  destination: { code: 'ADDR-1', country: 'NL', kind: 'address' },
  legs: [
    { mode: 'road', carrier: 'Truck', plannedHours: 5 },
    { mode: 'sea', carrier: 'Ship', plannedHours: 80 },
    { mode: 'parcel', carrier: 'Bike', plannedHours: 3 },
  ],
  etas,
})

describe('Arrival times beside the arrival', () => {
  it('are scored at the beginning of a horizon, with what the plan said at that moment.', () => {
    const etas = [eta(0, 80, 95, 110), eta(1, 85, 96, 110), eta(60, 90, 96, 101), eta(95, 96, 97, 99)]
    expect(arrivalScores(shipment(etas), at(200))).toMatchObject([
      { horizon: '72-168 h', madeAt: at(0), horizonHours: 95, p10: 80, p50: 95, p90: 110, actual: 100, naive: 90 },
      { horizon: '24-72 h', madeAt: at(60), p50: 36, actual: 40, naive: 30 },
      // The plan was over by then: it says "now".
      { horizon: '0-6 h', madeAt: at(95), p50: 2, actual: 5, naive: 0 },
    ])
  })

  it('count again after half of a horizon, and as often as goods that are held up stay in it.', () => {
    const etas = Array.from({ length: 80 }, (_, hour) => eta(hour, hour + 8, hour + 12, hour + 20))
    expect(arrivalScores(shipment(etas), at(200)).map(({ madeAt }) => madeAt)).toEqual([0, 9, 18, 27, 36, 45, 54, 63, 72].map(at))
  })

  it('are kept as they were added up too.', () => {
    const addedUp = { p10: 70, p50: 90, p90: 100 }
    expect(arrivalScores(shipment([{ ...eta(0, 80, 95, 110), addedUp }]), at(200))[0]).toMatchObject({ p50: 95, addedUp })
  })

  it('belong to the lane and the longest leg, and a doorstep is its country.', () => {
    const [score] = arrivalScores(shipment([eta(0, 80, 95, 110)]), at(200))
    expect(score).toMatchObject({ lane: 'CNSZX → NL', mode: 'sea', carrier: 'Ship', country: 'NL' })
  })

  it('made after the arrival say nothing; the order in which they are read is all the same.', () => {
    const madeAt = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 300 })), { maxLength: 30 })
    fc.assert(
      fc.property(madeAt, (made) => {
        const once = [...new Map(made).entries()]
        const etas = once.map(([hour, left]) => eta(hour, hour + left / 2, hour + left, hour + left * 2))
        const scores = arrivalScores(shipment(etas), at(300))
        expect(arrivalScores(shipment(etas.toReversed()), at(300))).toEqual(scores)
        for (const [index, { madeAt, actual, horizon }] of scores.entries()) {
          const before = scores.slice(0, index).findLast((each) => each.horizon === horizon)
          if (before) expect(madeAt.getTime() - before.madeAt.getTime()).toBeGreaterThanOrEqual(3 * 3_600_000)
          expect(madeAt < at(100)).toBe(true)
          expect(actual).toBeGreaterThan(0)
        }
      }),
    )
  })
})
