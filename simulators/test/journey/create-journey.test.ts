import { NewShipment } from '@lading/shared/contract/shipment'
import { isContainerNumber } from '@lading/shared/domain/container-number'
import { crossingOf } from '@lading/shared/domain/customs-crossing'
import { trackingNumberProblem } from '@lading/shared/domain/tracking-number'
import { isUnlocode } from '@lading/shared/domain/unlocode'
import { distanceKm } from '@lading/shared/geo/distance'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { readingAt } from '../../src/device/reading-at.ts'
import { reportTimes } from '../../src/device/report-times.ts'
import { createJourney } from '../../src/journey/create-journey.ts'
import { placeAt } from '../../src/journey/place-at.ts'
import { truthOf } from '../../src/journey/truth-of.ts'
import { scenarioNames, scenarios } from '../../src/lanes/scenarios.ts'
import { hourMs, minuteMs } from '../../src/movement/movement.ts'
import { anyJourney, anyRequest, journeyWith, startMs } from '../journeys.ts'

const runs = { numRuns: 40 }
/** What each mode can do at the very most, km/h. */
const fastestKmh = { sea: 21 * 1.852, air: 905, road: 90, rail: 95, parcel: 76 }

describe('a journey', { timeout: 30_000 }, () => {
  it('is the same for the same seed, reading by reading, and another for another seed', () => {
    fc.assert(
      fc.property(anyJourney, fc.nat(1000), (journey, moment) => {
        const [seed = '', number] = [journey.seed.split('/').slice(0, -2).join('/'), Number(journey.seed.split('/').at(-2))]
        const again = createJourney({ seed, number, scenario: journey.scenario, startMs, trouble: journey.trouble?.kind ?? null })
        const atMs = startMs + (moment / 1000) * (journey.deliveredMs - startMs)
        expect(readingAt(again, Math.round(atMs))).toEqual(readingAt(journey, Math.round(atMs)))
        expect(again.booking).toEqual(journey.booking)
      }),
      runs,
    )
    expect(journeyWith({ seed: 'a' }).trackingNumber).not.toBe(journeyWith({ seed: 'b' }).trackingNumber)
  })

  it('never moves faster than its mode allows, and never leaps', () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const stepMs = 7 * minuteMs
        let before = placeAt(journey, startMs)
        for (let atMs = startMs + stepMs; atMs < journey.deliveredMs + stepMs; atMs += stepMs) {
          const place = placeAt(journey, atMs)
          const kmh = (distanceKm(before, place) / stepMs) * 3_600_000
          // A step may begin in one leg and end in the next.
          expect(kmh).toBeLessThanOrEqual(Math.max(fastestKmh[before.leg.mode], fastestKmh[place.leg.mode]))
          before = place
        }
      }),
      runs,
    )
  })

  it('says the truth about every departure and arrival: the goods are there at that moment', () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const truth = truthOf('id', journey)
        for (const [index, { departedAt, arrivedAt }] of truth.legs.entries()) {
          const { origin, destination } = journey.legs[index] as (typeof journey.legs)[number]
          expect(distanceKm(placeAt(journey, Date.parse(departedAt)), origin)).toBeLessThan(0.2)
          expect(distanceKm(placeAt(journey, Date.parse(arrivedAt)), destination)).toBeLessThan(0.2)
        }
        expect(truth.arrivedAt).toBe(truth.legs.at(-1)?.arrivedAt)
      }),
      runs,
    )
  })

  it('ends at the consignee, and is heard from there several times', () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const address = journey.legs.at(-1)?.destination
        const last = reportTimes(journey, journey.deliveredMs - 1, Number.POSITIVE_INFINITY).map((atMs) => readingAt(journey, atMs))
        expect(last.length).toBeGreaterThanOrEqual(5)
        for (const fix of last) expect(distanceKm(fix, address ?? fix)).toBeLessThan(address?.geofenceRadiusKm ?? 0)
      }),
      runs,
    )
  })

  it('is heard from before it leaves, and leaves the consignor behind', () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const [first] = journey.legs
        const waiting = reportTimes(journey, 0, (first?.departureMs ?? 0) - 1)
        expect(waiting.length).toBeGreaterThanOrEqual(2)
        expect(first?.departureMs).toBeGreaterThan(first?.plannedDepartureMs ?? 0)
        for (const { origin, destination } of journey.legs)
          expect(distanceKm(origin, destination)).toBeGreaterThan(origin.geofenceRadiusKm + destination.geofenceRadiusKm)
      }),
      runs,
    )
  })

  it('is booked as the contract wants it, with legs in order and numbers whose check digits are right', () => {
    const contract = Compile(NewShipment)
    fc.assert(
      fc.property(anyJourney, ({ booking, locations }) => {
        expect([...contract.Errors(booking)]).toEqual([])
        expect(trackingNumberProblem(booking.trackingNumber ?? '')).toBeUndefined()
        for (const [index, leg] of booking.legs.entries()) {
          const before = booking.legs[index - 1]
          expect(Date.parse(leg.plannedArrival)).toBeGreaterThan(Date.parse(leg.plannedDeparture))
          if (before) expect(Date.parse(leg.plannedDeparture)).toBeGreaterThanOrEqual(Date.parse(before.plannedArrival))
          if (before) expect(leg.origin).toBe(before.destination)
        }
        expect(booking.containers?.every(isContainerNumber) ?? true).toBe(true)
        expect(booking.containers !== undefined).toBe(booking.legs.some(({ mode }) => mode === 'sea' || mode === 'rail'))
        for (const { zone } of locations) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
      }),
      runs,
    )
  })

  it('moved to another start is the same journey later, until it waits for an office to open', () => {
    fc.assert(
      fc.property(anyRequest, fc.integer({ min: 1, max: 400 }), (request, hours) => {
        const [journey, later] = [createJourney(request), createJourney({ ...request, startMs: request.startMs + hours * hourMs })]
        const waits = journey.clearance ? journey.clearance.legSequence - 1 : journey.legs.length
        for (const [index, leg] of journey.legs.slice(0, waits).entries())
          expect(later.legs[index]?.arrivalMs).toBe(leg.arrivalMs + hours * hourMs)
        expect(later.clearance?.channel).toBe(journey.clearance?.channel)
      }),
      runs,
    )
  })

  it('that customs waves through is the same journey at any hour', () => {
    const request = { scenario: 'sea', number: 4, wavedThrough: true } as const
    const [journey, later] = [journeyWith(request), journeyWith({ ...request, startMs: startMs + 61 * hourMs })]
    expect(later.deliveredMs).toBe(journey.deliveredMs + 61 * hourMs)
  })

  it('is cleared where it enters the customs territory of its destination, and goes on there when it is released and not before', () => {
    fc.assert(
      fc.property(anyJourney, ({ legs, clearance }) => {
        const crossing = crossingOf(legs.map((leg, index) => ({ ...leg, sequence: index + 1 })))
        expect(clearance?.legSequence).toBe(crossing?.legSequence)
        expect(clearance?.country).toBe(crossing?.country)
        const waiting = legs[(clearance?.legSequence ?? 0) - 1]
        if (clearance) expect(waiting?.departureMs).toBeGreaterThan(clearance.releasedMs)
      }),
      runs,
    )
  })

  it('has an end whenever customs holds it, some days later', () => {
    fc.assert(
      fc.property(anyJourney, ({ trouble, clearance }) => {
        fc.pre(trouble?.kind === 'customs-hold')
        const days = ((trouble?.untilMs ?? 0) - (trouble?.fromMs ?? 0)) / (24 * hourMs)
        expect(days).toBeGreaterThanOrEqual(1)
        // Four days, and a week-end until the office opens.
        expect(days).toBeLessThan(7)
        expect(clearance?.releasedMs).toBe(trouble?.untilMs)
      }),
      runs,
    )
  })
})

describe('the lanes', () => {
  it('all lead somewhere, with ports and airports named by UN/LOCODE', () => {
    for (const scenario of scenarioNames) {
      for (const { from, hops, cities } of scenarios[scenario]()) {
        expect(cities.length).toBeGreaterThan(0)
        for (const { kind, code } of [from, ...hops.map(({ to }) => to)])
          expect(isUnlocode(code)).toBe(kind === 'port' || kind === 'airport' || code === 'DEDUI')
      }
    }
  })
})
