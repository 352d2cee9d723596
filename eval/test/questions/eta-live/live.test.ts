import { nextRequest } from '@lading/simulators/demo/plan-fleet'
import { faultRates } from '@lading/simulators/faults/rates'
import { createJourney } from '@lading/simulators/journey/create-journey'
import { hourMs } from '@lading/workers/models/fix'
import { describe, expect, it } from 'vitest'
import { createDeclared } from '../../../src/questions/eta-live/declared.ts'
import { sightings } from '../../../src/questions/eta-live/fleet.ts'
import { lookTimes } from '../../../src/questions/eta-live/horizons.ts'
import { live } from '../../../src/questions/eta-live/live.ts'
import { measure, measureRule } from '../../../src/questions/eta-live/measure.ts'
import { pastOf } from '../../../src/questions/eta-live/past.ts'
import { createReported } from '../../../src/questions/eta-live/reported.ts'
import { trackedLegs } from '../../../src/questions/eta-live/tracked.ts'
import { watch } from '../../../src/questions/eta-live/watch.ts'

const beginMs = Date.parse('2026-03-02T06:00:00Z')
/** By road, two days. */
const aJourney = createJourney(nextRequest('test', 1, { nowMs: beginMs, speed: 1 }))
const quiet = () => undefined

describe('a journey as the platform sees it', () => {
  it('is known by what its device reported and ingest let through, oldest first or late, and by nothing else', async () => {
    const noonMs = aJourney.startMs + 12 * hourMs
    const reported = createReported(aJourney, faultRates.tsbs)
    const first = await reported.until(noonMs)
    const later = await reported.until(noonMs + 6 * hourMs)
    expect(first.length).toBeGreaterThan(50)
    expect(first.every(({ receivedAtMs, recordedAtMs }) => receivedAtMs <= noonMs && recordedAtMs <= noonMs + 15 * 60_000)).toBe(true)
    expect(later.every(({ receivedAtMs }) => receivedAtMs > noonMs)).toBe(true)
    const faultless = await createReported(aJourney, faultRates.none).until(noonMs)
    expect(first.length).toBeLessThan(faultless.length)
  })

  it('sets out, arrives and ends the stages it is made of, near the true times', async () => {
    const times = lookTimes(aJourney)
    const outcomes: { kind: string; actualHours: number }[] = []
    let last: Awaited<ReturnType<ReturnType<typeof watch>['next']>>['value']
    for await (const sighting of watch(aJourney, times, faultRates.gentle)) {
      expect(sighting.input.position?.at.getTime() ?? 0).toBeLessThanOrEqual(sighting.input.now.getTime())
      outcomes.push(...sighting.outcomes)
      last = sighting
    }
    const arrivedAt = last?.input.legs.at(-1)?.actualArrival
    expect(Math.abs((arrivedAt?.getTime() ?? 0) - aJourney.deliveredMs)).toBeLessThan(0.5 * hourMs)
    expect(outcomes.filter(({ kind }) => kind === 'leg')).toHaveLength(aJourney.legs.length)
    const wholeHours = outcomes.reduce((sum, { actualHours }) => sum + actualHours, 0)
    expect(Math.abs(wholeHours - (aJourney.deliveredMs - aJourney.startMs) / hourMs)).toBeLessThan(3)
  })

  it('is looked at in every span of hours to go, and after its end', () => {
    const toGo = lookTimes(aJourney).map((atMs) => (aJourney.deliveredMs - atMs) / hourMs)
    expect(toGo.filter((hours) => hours <= 0)).toHaveLength(2)
    expect(toGo.filter((hours) => hours > 0 && hours <= 6).length).toBeGreaterThanOrEqual(5)
    expect(toGo).toEqual(toGo.toSorted((one, other) => other - one))
  })
})

describe('the declaration of a journey as the platform knows it', () => {
  const held = createJourney({ seed: 'test', number: 1, scenario: 'sea', startMs: beginMs, trouble: 'customs-hold' })
  const clearance = held.clearance as NonNullable<typeof held.clearance>
  const untilEach = (times: number[]) => {
    const declared = createDeclared(held)
    return times.map((atMs) => declared.until(atMs, trackedLegs(held)))
  }

  it('is a draft with its documents before anything happened, and then in the state that was told last', () => {
    const told = untilEach([held.startMs, ...clearance.steps.map(({ atMs }) => atMs)])
    const states = told.map(({ customs: [its] }) => its?.entry?.state)
    expect(states).toEqual(['draft', ...clearance.steps.map(({ state }) => state)])
    expect(told.every(({ customs }) => customs.length === 1 && customs[0]?.legSequence === clearance.legSequence)).toBe(true)
    expect(told[0]?.customs[0]?.facts.missingDocuments).toEqual(clearance.missingDocuments)
  })

  it('tells nothing before it happens, and the release once, with what it took', () => {
    const [before, after, later] = untilEach([clearance.releasedMs - 1, clearance.releasedMs, clearance.releasedMs + hourMs])
    expect(before?.customs[0]?.entry?.events.every(({ eventTime }) => Date.parse(eventTime) < clearance.releasedMs)).toBe(true)
    expect(before?.cleared).toEqual([])
    expect(after?.cleared).toMatchObject([{ country: clearance.country, channel: clearance.channel, office: clearance.office.code }])
    expect(after?.cleared[0]?.clearedAt.getTime()).toBe(clearance.releasedMs)
    expect(later?.cleared).toEqual([])
  })
})

describe('a fleet', () => {
  it('is seen in the order of time, each journey to its end', async () => {
    const ends = new Map<string, boolean>()
    let beforeMs = 0
    for await (const { journey, input } of sightings({ seed: 'test', journeys: 2, rates: faultRates.gentle, beginMs })) {
      expect(input.now.getTime()).toBeGreaterThanOrEqual(beforeMs)
      beforeMs = input.now.getTime()
      ends.set(
        journey.trackingNumber,
        input.legs.every(({ actualArrival }) => actualArrival),
      )
    }
    expect([...ends.values()]).toEqual([true, true])
  }, 60_000)

  it('has a past that was over when it began', () => {
    const { stages: past, clearances } = pastOf('test', beginMs, 5)
    expect(past.every(({ startedAtMs = 0, actualHours }) => startedAtMs + actualHours * hourMs < beginMs)).toBe(true)
    expect(past.find(({ kind }) => kind !== 'leg')?.facts).toMatchObject({ place_kind: expect.any(String), wait: expect.any(Number) })
    expect(past.find(({ kind }) => kind === 'leg')?.distanceKm).toBeGreaterThan(0)
    expect(clearances.length).toBeGreaterThan(0)
    expect(clearances.every(({ its, outcome }) => its.submittedAtMs < outcome.clearedAtMs && outcome.clearedAtMs < beginMs)).toBe(true)
  })
})

describe('the measures', () => {
  const forecast = {
    weight: 1,
    onLastLeg: false,
    p10: 1,
    p50: 2,
    p90: 4,
    actual: 3,
    naive: 1,
    plan: 5,
    miss: { probability: 0.25, missed: true },
  }

  it('are of what was said beside what came', () => {
    expect(measure([forecast, { ...forecast, actual: 5, miss: { probability: 0.25, missed: false } }])).toMatchObject({
      mae: 2,
      bias: -2,
      pinball: (0.1 * 2 + 0.5 * 1 + 0.1 * 1 + 0.1 * 4 + 0.5 * 3 + 0.9 * 1) / 6,
      coverageP10P90: 0.5,
      belowP90: 0.5,
      missBrier: (0.75 ** 2 + 0.25 ** 2) / 2,
      missed: 0.5,
      missExpected: 0.25,
    })
  })

  it('weigh by the hours that each look stands for', () => {
    const twice = measure([forecast, { ...forecast, actual: 5, weight: 3 }])
    expect(twice).toMatchObject({ mae: (1 + 3 * 3) / 4, coverageP10P90: 0.25 })
  })

  it('leave out what a rule said nothing of', () => {
    expect(measureRule([forecast, { ...forecast, naive: null }], ({ naive }) => naive)).toEqual({ mae: 2 })
  })

  it('come out the same for the same world, by hours to go, beside two simple rules', async () => {
    const world = { seed: 'test', journeys: 2, past: 3, faults: 'gentle' } as const
    const figures = (sets: Awaited<ReturnType<typeof live>>) => sets.map(({ rowsPerSecond: _, trainSeconds: __, ...set }) => set)
    const once = figures(await live(world, quiet))
    expect(figures(await live(world, quiet))).toEqual(once)
    expect(once.map(({ set }) => set)).toEqual(
      expect.arrayContaining(['nothing learnt, 0-6 h', 'stages learnt, truly 24-72 h', 'stages learnt, truly 0-6 h, on the last leg']),
    )
    expect(Object.keys(once[0]?.baselines ?? {})).toEqual(['distance ÷ speed', 'plan'])
  }, 60_000)
})
