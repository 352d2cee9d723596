import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueTimes, pastReadings } from '../../src/device/due-times.ts'
import { reportTimes } from '../../src/device/report-times.ts'
import { minuteMs } from '../../src/movement/movement.ts'
import { anyJourney, journeyWith } from '../journeys.ts'

describe('a device', { timeout: 30_000 }, () => {
  it('reports at the same times whether it is asked once or many times', () => {
    fc.assert(
      fc.property(anyJourney, fc.integer({ min: 1, max: 600 }), (journey, minutes) => {
        const endMs = journey.startMs + 3 * 24 * 60 * minuteMs
        const pieces: number[] = []
        for (let atMs = journey.startMs - 1; atMs < endMs; atMs += minutes * minuteMs)
          pieces.push(...reportTimes(journey, atMs, Math.min(endMs, atMs + minutes * minuteMs)))
        expect(pieces).toEqual(reportTimes(journey, journey.startMs - 1, endMs))
      }),
      { numRuns: 20 },
    )
  })

  it('reports every two minutes on the road and every ten at sea', () => {
    const gaps = (scenario: string, mode: string) => {
      const journey = journeyWith({ scenario })
      const leg = journey.legs.find((candidate) => candidate.mode === mode)
      const times = reportTimes(journey, leg?.departureMs ?? 0, leg?.arrivalMs ?? 0)
      return new Set(times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / minuteMs))
    }
    expect(gaps('road', 'road')).toEqual(new Set([2]))
    expect(gaps('sea', 'sea')).toEqual(new Set([10]))
  })

  it('tells a long past in one message that shows every departure and arrival', () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const times = dueTimes(journey, journey.startMs - 1, journey.deliveredMs + 40 * minuteMs)
        expect(times.length).toBeLessThanOrEqual(pastReadings + 30)
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
        const silent = journey.trouble?.kind === 'silence' ? journey.trouble : { fromMs: 0, untilMs: 0 }
        for (const { departureMs, arrivalMs } of journey.legs)
          for (const momentMs of [departureMs, arrivalMs]) {
            const isHeard = momentMs < silent.fromMs - 20 * minuteMs || momentMs > silent.untilMs + 20 * minuteMs
            if (isHeard) expect(times.some((time) => Math.abs(time - momentMs) <= 10 * minuteMs)).toBe(true)
          }
      }),
      { numRuns: 40 },
    )
  })

  it('that has no network says nothing, and afterwards what it kept', () => {
    const journey = journeyWith({ scenario: 'sea', trouble: 'silence' })
    const { fromMs, untilMs } = journey.trouble ?? { fromMs: 0, untilMs: 0 }
    expect(dueTimes(journey, fromMs, untilMs - 1)).toEqual([])
    const kept = dueTimes(journey, fromMs + 5, untilMs + 15 * minuteMs)
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((atMs) => atMs < untilMs).length).toBeGreaterThan(10)
    expect(kept.every((atMs) => atMs > fromMs)).toBe(true)
  })
})
