import { LadingReading } from '@lading/shared/contract/telemetry'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { readingAt } from '../../src/device/reading-at.ts'
import { reportTimes } from '../../src/device/report-times.ts'
import { handlingAt } from '../../src/journey/handling.ts'
import type { Journey } from '../../src/journey/journey.ts'
import { scenarioNames } from '../../src/lanes/scenarios.ts'
import { minuteMs } from '../../src/movement/movement.ts'
import { ambientTemperatureC } from '../../src/physics/ambient.ts'
import { journeyWith } from '../journeys.ts'

const readings = (journey: Journey, fromMs = 0, untilMs = Number.POSITIVE_INFINITY) =>
  reportTimes(journey, fromMs, untilMs).map((atMs) => ({ atMs, ...readingAt(journey, atMs) }))

const coldJourneys = (trouble: 'reefer-failure' | null) =>
  [1, 2, 3, 4].map((number) => journeyWith({ scenario: 'cold-chain', number, trouble }))

describe('the goods', { timeout: 30_000 }, () => {
  it('stay within their limits all the way while the reefer works', () => {
    for (const journey of coldJourneys(null)) {
      const { temperatureMinC, temperatureMaxC } = journey.booking.limits ?? {}
      const temperatures = readings(journey).map(({ temperatureC = Number.NaN }) => temperatureC)
      expect(Math.min(...temperatures)).toBeGreaterThan(temperatureMinC ?? 100)
      expect(Math.max(...temperatures)).toBeLessThan(temperatureMaxC ?? -100)
    }
  })

  it('get too warm when the reefer fails, and only then', () => {
    for (const journey of coldJourneys('reefer-failure')) {
      const { fromMs, untilMs } = journey.trouble ?? { fromMs: 0, untilMs: 0 }
      const warm = readings(journey).filter(({ temperatureC }) => (temperatureC ?? 0) > (journey.booking.limits?.temperatureMaxC ?? 100))
      expect(warm.length).toBeGreaterThan(0)
      for (const { atMs } of warm) {
        expect(atMs).toBeGreaterThan(fromMs)
        expect(atMs).toBeLessThan(untilMs + 12 * 60 * minuteMs)
      }
    }
  })

  it('are hit harder than allowed only where they are handled roughly', () => {
    const limit = (journey: Journey) => journey.booking.limits?.shockMaxG ?? 0
    const rough = journeyWith({ scenario: 'air', trouble: 'rough-handling' })
    const { fromMs, untilMs } = rough.trouble ?? { fromMs: 0, untilMs: 0 }
    const hits = readings(rough).filter(({ shockG = 0 }) => shockG > limit(rough))
    expect(hits.length).toBeGreaterThan(0)
    for (const { atMs } of hits) expect(atMs >= fromMs && atMs < untilMs).toBe(true)
    const careful = journeyWith({ scenario: 'air' })
    expect(readings(careful).every(({ shockG = 0 }) => shockG < limit(careful))).toBe(true)
  })

  it('travel in the dark and see light when the doors open', () => {
    const journey = journeyWith({ scenario: 'sea' })
    const { open = [], shut = [] } = Object.groupBy(readings(journey), ({ atMs }) => (handlingAt(journey, atMs) ? 'open' : 'shut'))
    expect(open.length).toBeGreaterThan(0)
    expect(open.every(({ lightLux = 0 }) => lightLux > 20)).toBe(true)
    expect(shut.every(({ lightLux = 0 }) => lightLux < 1)).toBe(true)
  })

  it('are under less pressure in the air than on the ground', () => {
    const journey = journeyWith({ scenario: 'air' })
    const flight = journey.legs.find(({ mode }) => mode === 'air')
    const middleMs = Math.round(((flight?.departureMs ?? 0) + (flight?.arrivalMs ?? 0)) / 2)
    const { pressureHpa, altitudeM } = readingAt(journey, middleMs)
    expect(altitudeM).toBe(11_000)
    expect(pressureHpa).toBeLessThan(800)
    expect(readingAt(journey, journey.startMs).pressureHpa).toBeGreaterThan(960)
  })
})

describe('a tracker', { timeout: 30_000 }, () => {
  it('that was packed with a weak battery falls below 15 % in the middle of the journey', () => {
    const journey = journeyWith({ scenario: 'road', trouble: 'low-battery' })
    const { fromMs } = journey.trouble ?? { fromMs: 0 }
    const [before, after] = [readingAt(journey, Math.round(fromMs) - 60 * minuteMs), readingAt(journey, Math.round(fromMs) + 60 * minuteMs)]
    expect(before.batteryPct).toBeGreaterThan(15)
    expect(after.batteryPct).toBeLessThan(15)
  })

  it('reports what the contract takes at every moment', () => {
    const contract = Compile(LadingReading)
    for (const scenario of scenarioNames) {
      const refused = readings(journeyWith({ scenario })).filter(({ atMs: _, ...reading }) => !contract.Check(reading))
      expect(refused).toEqual([])
    }
  })
})

describe('the air', { timeout: 30_000 }, () => {
  const at = (lat: number, iso: string) => ambientTemperatureC('seed', { lat, lon: 0 }, Date.parse(iso))

  it('is warmer in July than in January in the north, and the other way round in the south', () => {
    expect(at(50, '2026-07-20T12:00:00Z')).toBeGreaterThan(at(50, '2026-01-20T12:00:00Z') + 5)
    expect(at(-35, '2026-01-20T12:00:00Z')).toBeGreaterThan(at(-35, '2026-07-20T12:00:00Z') + 2)
  })

  it('is warmer in the afternoon than at night', () => {
    expect(at(20, '2026-05-05T15:00:00Z')).toBeGreaterThan(at(20, '2026-05-05T04:00:00Z') + 4)
  })
})
