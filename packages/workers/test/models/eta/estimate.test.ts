import type { ArrivalModel } from '@lading/models/arrival/arrival-model'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { estimateEta } from '@lading/workers/models/eta/estimate'
import { isWorthKeeping } from '@lading/workers/models/eta/is-worth-keeping'
import { type Fix, hourMs } from '@lading/workers/models/fix'
import { followLegs } from '@lading/workers/models/follow-legs/follow-legs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, fixesOnPlan, startMs, threeLegs } from '../../a-journey.ts'

const hoursOf = (time: Date | undefined) => ((time?.getTime() ?? Number.NaN) - startMs) / hourMs

/** The estimate at `hours` of goods whose fixes are these. */
const estimateAt = (hours: number, all: Fix[], legs: TrackedLeg[] = threeLegs()) => {
  const fixes = all.filter(({ atMs }) => atMs <= at(hours).getTime())
  const last = fixes.at(-1)
  return estimateEta({
    legs: followLegs(legs, fixes).legs,
    position: last ? { lat: last.lat, lon: last.lon, at: new Date(last.atMs) } : null,
    recent: fixes.filter(({ atMs }) => atMs > at(hours - 2).getTime()),
    now: at(hours),
  })
}
const onPlan = fixesOnPlan(threeLegs())

describe('an arrival time', () => {
  test('Before departure, with nothing learnt, it is the plan, and a little later, as delays are likelier than the opposite.', () => {
    expect(hoursOf(estimateAt(0, [])?.p50)).toBeCloseTo(28.6, 1)
    expect(estimateAt(0, [])?.legs.map(({ departure, arrival }) => [hoursOf(departure), hoursOf(arrival)])).toEqual([
      [2, 12],
      [18, 22],
      [26, expect.closeTo(28.6, 1)],
    ])
  })

  test.each([3, 6, 9, 11, 14, 19, 21, 24, 27])('At hour %d of a journey that keeps to its plan it stays within an hour of it.', (hours) => {
    expect(Math.abs(hoursOf(estimateAt(hours, onPlan)?.p50) - 28)).toBeLessThan(1)
  })

  test('What leaves when it is ready carries a delay on, and an early arrival too.', () => {
    expect(estimateAt(10, [])?.legs.map(({ departure, arrival }) => [hoursOf(departure), hoursOf(arrival)])).toEqual([
      [10, 20],
      [26, 30],
      [34, expect.closeTo(36.6, 1)],
    ])
    const early = fixesOnPlan([{ ...(threeLegs()[0] as TrackedLeg), plannedArrival: at(9) }])
    expect(hoursOf(estimateAt(9.5, early)?.p50)).toBeLessThan(25.5)
  })

  const roadThenSea = (): TrackedLeg[] => {
    const [first, second] = threeLegs() as [TrackedLeg, TrackedLeg]
    return [
      { ...first, mode: 'road' },
      { ...second, mode: 'sea' },
    ]
  }

  test('A ship sails on its day: not before it for goods that come early, and later only where they come too late for it.', () => {
    // 2 hours late: 4 of the 6 hours of waiting are left, and 3 are enough.
    expect(hoursOf(estimateAt(4, [], roadThenSea())?.legs[1]?.departure)).toBe(18)
    // 8 hours late: too late for it.
    expect(hoursOf(estimateAt(10, [], roadThenSea())?.legs[1]?.departure)).toBe(23)
    const early = fixesOnPlan([{ ...(threeLegs()[0] as TrackedLeg), plannedArrival: at(9) }])
    expect(hoursOf(estimateAt(9.5, early, roadThenSea())?.legs.at(-1)?.departure)).toBeCloseTo(18, 2)
  })

  test('A wait that should be over and is not will last a little longer.', () => {
    const waiting = onPlan.filter(({ atMs }) => atMs <= at(12.5).getTime())
    const departure = hoursOf(estimateAt(20, waiting)?.legs[0]?.departure)
    expect(departure).toBeGreaterThan(20.3)
    expect(departure).toBeLessThan(23)
  })

  test('A ship at half its planned speed is expected later, and one that is faster sooner, at the end of its leg.', () => {
    const slow = fixesOnPlan([{ ...(threeLegs()[0] as TrackedLeg), plannedArrival: at(22) }])
    const fast = fixesOnPlan([{ ...(threeLegs()[0] as TrackedLeg), plannedArrival: at(9) }])
    expect(hoursOf(estimateAt(6, slow)?.legs[0]?.arrival)).toBeGreaterThan(15)
    expect(hoursOf(estimateAt(6, fast)?.legs[0]?.arrival)).toBeLessThan(11)
  })

  test('A halt at a light does not mean that it never arrives.', () => {
    const halted = onPlan.map((fix) =>
      fix.atMs > at(19).getTime() ? { ...fix, ...(onPlan.find(({ atMs }) => atMs === at(19).getTime()) as Fix), atMs: fix.atMs } : fix,
    )
    const arrival = hoursOf(estimateAt(20.5, halted)?.legs[0]?.arrival)
    expect(arrival).toBeGreaterThan(22)
    expect(arrival).toBeLessThan(30)
  })

  test('Reports that stopped leave the last known way to go; it is never expected in the past.', () => {
    const silent = onPlan.filter(({ atMs }) => atMs <= at(6).getTime())
    expect(hoursOf(estimateAt(8, silent)?.legs[0]?.arrival)).toBeCloseTo(12, 0)
    expect(hoursOf(estimateAt(20, silent)?.legs[0]?.arrival)).toBe(20)
  })

  test('The interval is narrow near the end and wide far from it.', () => {
    const width = (hours: number) => {
      const eta = estimateAt(hours, onPlan)
      return hoursOf(eta?.p90) - hoursOf(eta?.p10)
    }
    expect(width(3)).toBeGreaterThan(width(19))
    expect(width(19)).toBeGreaterThan(width(27.5))
    expect(width(27.5)).toBeLessThan(1)
  })

  test('Once everything arrived there is none.', () => {
    expect(estimateAt(29, onPlan)).toBeUndefined()
  })

  test('Whatever is reported, it is in order, not in the past, and later legs come after earlier ones.', () => {
    fc.assert(
      fc.property(fc.subarray(onPlan), fc.double({ min: -10, max: 60, noNaN: true }), (fixes, hours) => {
        const eta = estimateAt(hours, fixes)
        if (!eta) return
        expect(eta.p10.getTime()).toBeGreaterThanOrEqual(at(hours).getTime())
        expect(eta.p10.getTime()).toBeLessThanOrEqual(eta.p50.getTime())
        expect(eta.p50.getTime()).toBeLessThan(eta.p90.getTime())
        const times = eta.legs.flatMap(({ departure, arrival }) => [departure.getTime(), arrival.getTime()])
        expect(times).toEqual(times.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('an arrival time that was learnt', () => {
  /** Ships take half as long again as planned, and nobody waits long. */
  const learnt: ArrivalModel = {
    predict: ({ kind, mode, plannedHours = 0 }) => {
      const middle = kind === 'leg' ? (mode === 'sea' ? 1.5 : 1) * plannedHours : 2
      return { hours: { p10: 0.9 * middle, p50: middle, p90: 1.4 * middle }, basis: { group: 'lane', journeys: 40 } }
    },
    evenness: () => ({ halfway: 0.5, scatterHours: 0.2 }),
    commonCause: () => 0.2,
    calibrate: (addedUp) => ({ hours: addedUp.hours, chanceOf: (chance) => chance }),
    learn: () => {},
  }
  const estimate = (hours: number, fixes = onPlan, promisedAt: Date | null = null) => {
    const known = fixes.filter(({ atMs }) => atMs <= at(hours).getTime())
    const last = known.at(-1)
    return estimateEta(
      {
        legs: followLegs(threeLegs(), known).legs,
        position: last ? { lat: last.lat, lon: last.lon, at: new Date(last.atMs) } : null,
        recent: [],
        now: at(hours),
        promisedAt,
      },
      learnt,
    )
  }

  test('It rests on what such stages have taken, not on the plan, and says stage by stage on how many.', () => {
    const eta = estimate(0, [])
    // 2 until departure, 15 at sea, 2, 4 by road, 2, 2 to the door.
    expect(hoursOf(eta?.legs[2]?.departure)).toBeCloseTo(25, 5)
    expect(hoursOf(eta?.p50)).toBeGreaterThan(27)
    expect(eta?.stages.map(({ sequence, kind, state, p50Hours }) => [sequence, kind, state, p50Hours])).toEqual([
      [1, 'leg', 'ahead', 15],
      [2, 'border', 'ahead', 2],
      [2, 'leg', 'ahead', 4],
      [3, 'dwell', 'ahead', 2],
      [3, 'leg', 'ahead', 2],
    ])
    expect(eta?.stages[0]?.basis).toEqual({ group: 'lane', journeys: 40 })
    expect(eta?.stages.reduce((sum, { shareOfSpread }) => sum + shareOfSpread, 0)).toBeCloseTo(1, 1)
  })

  test('What is behind is told as it was, and what is left shrinks with the way.', () => {
    const eta = estimate(20)
    expect(eta?.stages.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'leg done',
      'border done',
      'leg running',
      'dwell ahead',
      'leg ahead',
    ])
    // The fences are left later and reached earlier than the middle of the port.
    expect(Math.abs((eta?.stages[0]?.p50Hours ?? 0) - 10)).toBeLessThan(1)
    expect(Math.abs((eta?.stages[2]?.p50Hours ?? 0) - 4)).toBeLessThan(1)
    const width = (hours: number) => hoursOf(estimate(hours)?.p90) - hoursOf(estimate(hours)?.p10)
    expect(width(3)).toBeGreaterThan(width(11))
  })

  test('A wait that has lasted long is not about to end.', () => {
    const stuck = estimate(
      40,
      onPlan.filter(({ atMs }) => atMs <= at(13).getTime()),
    )
    expect(hoursOf(stuck?.legs[0]?.departure)).toBeGreaterThan(40.2)
  })

  test('The probability of missing the promise falls as the promise is later.', () => {
    const miss = (promised: number) => estimate(0, [], at(promised))?.missProbability as number
    expect(miss(20)).toBe(1)
    expect(miss(28)).toBeGreaterThan(0.3)
    expect(miss(28)).toBeLessThan(0.7)
    expect(miss(60)).toBeLessThan(0.02)
    expect(estimate(0, [])?.missProbability).toBeNull()
  })
})

describe('the history of arrival times', () => {
  const eta = (p50: number, computedAt: number) => ({ p10: at(p50), p50: at(p50), p90: at(p50), computedAt: at(computedAt) })

  test('The first is kept, then those that moved, and every half hour one that did not.', () => {
    expect(isWorthKeeping(null, eta(10, 9))).toBe(true)
    expect(isWorthKeeping(eta(10, 9), eta(10.05, 9.1))).toBe(false)
    expect(isWorthKeeping(eta(10, 9), eta(10.2, 9.1))).toBe(true)
    expect(isWorthKeeping(eta(10, 9), eta(10, 9.5))).toBe(true)
  })

  test('Ten minutes are nothing on a voyage of weeks.', () => {
    expect(isWorthKeeping(eta(500, 0), eta(500.2, 0.1))).toBe(false)
    expect(isWorthKeeping(eta(500, 0), eta(515, 0.1))).toBe(true)
  })
})
