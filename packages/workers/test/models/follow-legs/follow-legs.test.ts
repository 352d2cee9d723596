import type { ShipmentState } from '@lading/shared/domain/shipment-state'
import type { NewMilestone } from '@lading/store/postgres/milestone/record'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { type Fix, hourMs, minuteMs } from '@lading/workers/models/fix'
import { followLegs } from '@lading/workers/models/follow-legs/follow-legs'
import { stateOf } from '@lading/workers/models/follow-legs/state-of'
import { withoutWildJumps } from '@lading/workers/models/without-wild-jumps'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { antwerp, at, daventry, door, felixstowe, fixesOnPlan, leg, positionAt, startMs, threeLegs } from '../../a-journey.ts'

const told = (milestones: NewMilestone[]) => milestones.map(({ code, legSequence }) => `${code} ${legSequence}`)
const whole = ['PICK 1', 'DEPA 1', 'ARRI 1', 'DEPA 2', 'ARRI 2', 'DEPA 3', 'ARRI 3', 'DROP 3']
/** Of a shipment that is in this state and has nothing to do with customs. */
const known = (state: ShipmentState) => ({ state, saidState: null, customs: [] })
const hoursOf = (time: Date | null | undefined) => ((time?.getTime() ?? Number.NaN) - startMs) / hourMs
const fix = (hours: number, { lat, lon }: { lat: number; lon: number }): Fix => ({ lat, lon, atMs: at(hours).getTime() })
// Degrees of latitude that are so many kilometres.
const north = (place: { lat: number; lon: number }, km: number) => ({ lat: place.lat + km / 111.2, lon: place.lon })

describe('following a shipment over its legs', () => {
  test('Each departure and arrival is recorded once, in order, near the time it happened.', () => {
    const { legs, milestones } = followLegs(threeLegs(), fixesOnPlan(threeLegs()))
    expect(told(milestones)).toEqual(whole)
    expect(hoursOf(legs[0]?.actualDeparture)).toBeCloseTo(2, -0.3)
    // Crossing the fence of a port comes somewhat before its middle: 8 km and 5 km at 22 km/h.
    expect(hoursOf(legs[0]?.actualDeparture)).toBeGreaterThan(2)
    expect(hoursOf(legs[0]?.actualDeparture)).toBeLessThan(2.6)
    expect(hoursOf(legs[0]?.actualArrival)).toBeGreaterThan(11.5)
    expect(hoursOf(legs[0]?.actualArrival)).toBeLessThan(12)
    expect(hoursOf(legs[2]?.actualArrival)).toBeGreaterThan(27.8)
    expect(milestones.every(({ classifier, source }) => classifier === 'ACT' && source === 'device')).toBe(true)
    expect(milestones.map(({ locationCode }) => locationCode)).toEqual([
      'BEANR',
      'BEANR',
      'GBFXT',
      'GBFXT',
      'DAVENTRY-DC',
      'DAVENTRY-DC',
      'CONSIGNEE',
      'CONSIGNEE',
    ])
  })

  const states: [string, number, string][] = [
    ['before it leaves it is announced', 1, 'info-received'],
    ['at sea it is in transit', 6, 'in-transit'],
    ['waiting in port it is in transit', 15, 'in-transit'],
    ['on the delivery round it is out for delivery', 27.5, 'out-for-delivery'],
    ['at the door it is delivered', 29, 'delivered'],
  ]
  test.each(states)('The state: %s.', (_, hours, state) => {
    const fixes = fixesOnPlan(threeLegs()).filter(({ atMs }) => atMs <= at(hours).getTime())
    expect(stateOf(followLegs(threeLegs(), fixes).legs, known('info-received'))).toBe(state)
  })

  test('What a person said stands until the goods arrive.', () => {
    const fixes = fixesOnPlan(threeLegs())
    const underWay = followLegs(threeLegs(), fixes.slice(0, 60)).legs
    const said = (state: ShipmentState) => ({ ...known(state), saidState: 'attempt-failed' as const })
    expect(stateOf(underWay, said('in-transit'))).toBe('attempt-failed')
    expect(stateOf(underWay, known('attempt-failed'))).toBe('in-transit')
    expect(stateOf(followLegs(threeLegs(), fixes).legs, said('attempt-failed'))).toBe('delivered')
    expect(stateOf(underWay, known('expired'))).toBe('expired')
  })

  test('Scatter over the fence of the origin is no departure; two fixes outside are.', () => {
    const outside = north(antwerp, 9)
    const scatter = [fix(0, antwerp), fix(1, outside), fix(1.2, antwerp), fix(1.4, outside), fix(1.6, antwerp)]
    expect(followLegs(threeLegs(), scatter).milestones).toEqual([])
    const { milestones } = followLegs(threeLegs(), [...scatter, fix(2, outside), fix(2.2, north(antwerp, 10))])
    expect(told(milestones)).toEqual(['PICK 1', 'DEPA 1'])
  })

  test('One fix far outside is a departure.', () => {
    expect(told(followLegs(threeLegs(), [fix(1, antwerp), fix(3, north(antwerp, 20))]).milestones)).toEqual(['PICK 1', 'DEPA 1'])
  })

  test('Coming back to the origin after the departure changes nothing.', () => {
    const fixes = [fix(1, antwerp), fix(3, north(antwerp, 20)), fix(4, antwerp), fix(5, north(antwerp, 20))]
    expect(told(followLegs(threeLegs(), fixes).milestones)).toEqual(['PICK 1', 'DEPA 1'])
  })

  test('A device on its way to the consignor has not departed.', () => {
    const fixes = [fix(-5, north(antwerp, 60)), fix(-4, north(antwerp, 40)), fix(-3, north(antwerp, 20))]
    expect(followLegs(threeLegs(), fixes).milestones).toEqual([])
  })

  test('A device that lies at the consignee from an earlier trip has delivered nothing.', () => {
    expect(followLegs(threeLegs(), [fix(-30, door), fix(-20, door), fix(0, antwerp)]).milestones).toEqual([])
  })

  test('A device that was switched on at sea has departed.', () => {
    const legs = threeLegs()
    const { milestones } = followLegs(legs, [fix(6, positionAt(legs, 6)), fix(7, positionAt(legs, 7))])
    expect(told(milestones)).toEqual(['PICK 1', 'DEPA 1'])
  })

  test('A device that was switched on during the last leg settles the legs before it by the plan.', () => {
    const legs = threeLegs()
    const { milestones } = followLegs(legs, [fix(26.8, positionAt(legs, 26.8)), fix(27.2, positionAt(legs, 27.2))])
    expect(told(milestones)).toEqual(whole.slice(0, 6))
    expect(milestones.at(0)?.source).toBe('model')
  })

  test('A device that was silent across a port settles what nobody saw, in order, between its two reports.', () => {
    const legs = threeLegs()
    const seen = fixesOnPlan(legs).filter(({ atMs }) => atMs < at(8).getTime() || atMs > at(21.9).getTime())
    const { milestones, legs: after } = followLegs(legs, seen)
    expect(told(milestones)).toEqual(whole)
    // 4 of 10 hours were left at sea, then 6 of waiting and 4 by road: the gap is shared out like that.
    expect(hoursOf(after[0]?.actualArrival)).toBeCloseTo(12, 0)
    expect(hoursOf(after[1]?.actualDeparture)).toBeCloseTo(18, 0)
    expect(milestones.filter(({ source }) => source === 'model').map(({ code }) => code)).toEqual(['ARRI', 'DEPA'])
  })

  test('A device that comes back in the middle of the next leg is on that leg.', () => {
    const legs = threeLegs()
    const seen = fixesOnPlan(legs).filter(({ atMs }) => atMs < at(8).getTime() || (atMs > at(20).getTime() && atMs < at(21).getTime()))
    const { milestones } = followLegs(legs, seen)
    expect(told(milestones)).toEqual(whole.slice(0, 4))
  })

  test('A round trip is not over where it begins.', () => {
    const there = leg(1, 'road', felixstowe, daventry, [2, 6])
    const back = leg(2, 'road', daventry, felixstowe, [8, 12])
    const fixes = fixesOnPlan([there, back])
    const early = followLegs(
      [there, back],
      fixes.filter(({ atMs }) => atMs < at(5).getTime()),
    )
    expect(told(early.milestones)).toEqual(['PICK 1', 'DEPA 1'])
    expect(told(followLegs([there, back], fixes).milestones)).toEqual(['PICK 1', 'DEPA 1', 'ARRI 1', 'DEPA 2', 'ARRI 2', 'DROP 2'])
  })

  test('A warehouse within the fence of the port it is reached from still is a place of its own.', () => {
    const shed = { ...antwerp, code: 'SHED', name: 'Shed', lat: antwerp.lat + 0.04, geofenceRadiusKm: 0.5 }
    const legs = [leg(1, 'sea', felixstowe, antwerp, [2, 12]), leg(2, 'road', antwerp, shed, [14, 15])]
    expect(told(followLegs(legs, fixesOnPlan(legs, 5)).milestones)).toEqual(['PICK 1', 'DEPA 1', 'ARRI 1', 'DEPA 2', 'ARRI 2', 'DROP 2'])
  })
})

describe('properties of following', () => {
  const journey = threeLegs()
  const full = fixesOnPlan(journey, 15)
  const someFixes = fc.subarray(full, { minLength: 2 })
  const inOrder = (legs: TrackedLeg[]) => legs.flatMap(({ actualDeparture, actualArrival }) => [actualDeparture, actualArrival])

  test('Whatever reports are missing, times only move forward and no event is skipped or told twice.', () => {
    fc.assert(
      fc.property(someFixes, (fixes) => {
        const { legs, milestones } = followLegs(journey, fixes)
        const times = inOrder(legs)
        const known = times.filter((time) => time !== null)
        expect(times.slice(0, known.length)).toEqual(known)
        for (const [index, time] of known.entries())
          if (index > 0) expect(time.getTime()).toBeGreaterThan((known[index - 1] as Date).getTime())
        expect(told(milestones)).toEqual(whole.slice(0, milestones.length))
        if (fixes.at(-1) === full.at(-1)) expect(milestones).toHaveLength(whole.length)
      }),
    )
  })

  test('Followed piece by piece with some overlap, it comes to the same as all at once.', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: full.length - 1 }), { maxLength: 6 }), (cuts) => {
        let legs = journey
        const milestones: NewMilestone[] = []
        for (const cut of [...cuts.toSorted((a, b) => a - b), full.length]) {
          const result = followLegs(legs, full.slice(Math.max(0, cut - 60), cut))
          const again = followLegs(result.legs, full.slice(Math.max(0, cut - 60), cut))
          expect(again.milestones).toEqual([])
          legs = result.legs
          milestones.push(...result.milestones)
        }
        expect(told(milestones)).toEqual(whole)
      }),
    )
  })

  test('A single wild jump anywhere changes nothing.', () => {
    const expected = followLegs(journey, full)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: full.length - 2 }),
        fc.constantFrom(door, felixstowe, daventry, { lat: 0, lon: 0 }),
        (where, wild) => {
          const stray = { ...(full[where] as Fix), ...wild, atMs: (full[where] as Fix).atMs + minuteMs }
          const fixes = withoutWildJumps([...full.slice(0, where + 1), stray, ...full.slice(where + 1)], ['sea', 'road'])
          const { milestones } = followLegs(journey, fixes)
          expect(told(milestones)).toEqual(told(expected.milestones))
        },
      ),
    )
  })
})
