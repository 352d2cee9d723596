import { type ArrivalModel, createArrivalModel } from '@lading/models/arrival/arrival-model'
import { learnClearance } from '@lading/models/customs/clearance/clearance'
import { createClearanceModel } from '@lading/models/customs/clearance/clearance-model'
import type { ClearanceMemory } from '@lading/models/customs/clearance/memory'
import { createUsualClearance } from '@lading/models/customs/clearance/usual-clearance'
import { type Channel, channels } from '@lading/shared/domain/customs-channel'
import { etaChanges } from '@lading/shared/domain/eta-changes'
import type { CustomsCase } from '@lading/store/postgres/customs/cases-of'
import type { TrackedCustoms, TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { estimateEta } from '@lading/workers/models/eta/estimate'
import { hourMs } from '@lading/workers/models/fix'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, startMs, threeLegs } from '../../a-journey.ts'
import { customsCase, entry } from '../customs/a-case.ts'

const hoursOf = (time: Date | undefined) => ((time?.getTime() ?? Number.NaN) - startMs) / hourMs
/** Hours of the middle country, told of Great Britain alone. */
const published = { country: 'GB', year: 2018, borderHours: 54, documentHours: 36, customsScore: 2.7 }
const figures = (country: string) => [published].filter((its) => its.country === country)
const modelOf = (memory: ClearanceMemory = {}) =>
  createClearanceModel({ memory, usual: createUsualClearance(figures), figures, isOpen: () => undefined })
const fromFigures = modelOf()

/** The journey, arrived in Felixstowe at hour 12 where hours are given to `arrived`, and gone on from there where they are to `left`. */
const journey = ({ arrived, left }: { arrived?: number; left?: number } = {}): TrackedLeg[] =>
  threeLegs().map((leg) => ({
    ...leg,
    ...(leg.sequence === 1 && arrived !== undefined && { actualDeparture: at(2), actualArrival: at(arrived) }),
    ...(leg.sequence === 2 && left !== undefined && { actualDeparture: at(left) }),
  }))

type Given = {
  arrived?: number
  left?: number
  customs?: TrackedCustoms[]
  promised?: number
  learnt?: ArrivalModel
  model?: typeof fromFigures
}
const estimate = (hours: number, { arrived, left, customs = [customsCase()], promised, learnt, model = fromFigures }: Given = {}) => {
  const eta = estimateEta(
    {
      ...{ legs: journey({ arrived, left }), position: null, recent: [], now: at(hours), customs },
      promisedAt: promised === undefined ? null : at(promised),
    },
    learnt,
    model,
  )
  if (!eta) throw new Error('It has arrived')
  return eta
}
const customsOf = ({ stages }: ReturnType<typeof estimate>) => stages.find(({ kind }) => kind === 'customs')
const levels = ['p10', 'p50', 'p90'] as const

describe('where goods are cleared, an arrival time', () => {
  test('rests on what customs takes beyond the wait beside it, and says so', () => {
    const eta = estimate(0)
    expect(eta.stages.map(({ sequence, kind, state }) => `${sequence} ${kind} ${state}`)).toEqual([
      '1 leg ahead',
      '2 border ahead',
      '2 customs ahead',
      '2 leg ahead',
      '3 dwell ahead',
      '3 leg ahead',
    ])
    const stage = customsOf(eta)
    expect(stage?.customs).toMatchObject({ country: 'GB', state: 'draft', since: null, basis: { level: 'published', outcomes: 0 } })
    expect(stage?.customs?.reasons.map(({ code }) => code)).toEqual(['published-hours', 'published-score'])
    // Six hours of waiting are planned: most clearances are over by then, the long ones are not.
    expect(stage?.p50Hours).toBeLessThan(2)
    expect(stage?.p90Hours).toBeGreaterThan(20)
    expect(hoursOf(eta.p90)).toBeGreaterThan(hoursOf(estimate(0, { customs: [] }).p90) + 10)
    expect(eta.stages.reduce((sum, { shareOfSpread }) => sum + shareOfSpread, 0)).toBeCloseTo(1, 1)
  })

  test('is as it was where nothing is declared, and where nobody knows customs', () => {
    const { clearances, ...plain } = estimate(0, { customs: [] })
    expect(clearances).toEqual([])
    expect(plain.stages.some(({ kind }) => kind === 'customs')).toBe(false)
    const { clearances: _, ...without } =
      estimateEta({ legs: journey(), position: null, recent: [], now: at(0), customs: [customsCase()] }) ?? {}
    expect(without).toEqual({ ...plain, missProbability: null })
  })

  /** Waits for lorries behind a border that were learnt: they took what they took, ordinary clearance included. */
  const learntWaits = (p10: number, p50: number, p90: number): ArrivalModel => ({
    ...createArrivalModel({ families: {} }),
    predict: ({ kind }, assumed) =>
      kind === 'border' ? { hours: { p10, p50, p90 }, basis: { group: 'lane', journeys: 40 } } : { hours: assumed, basis: null },
  })

  test('does not count an ordinary clearance twice: a wait that was learnt has it in it, and nothing moves', () => {
    const learnt = learntWaits(5, 8, 14)
    const [without, cleared] = [estimate(0, { customs: [], learnt }), estimate(0, { learnt })]
    for (const level of levels) expect(hoursOf(cleared[level])).toBeCloseTo(hoursOf(without[level]), 5)
    expect(customsOf(cleared)).toMatchObject({ p10Hours: 0, p50Hours: 0, p90Hours: 0 })
    // What it takes is told all the same, and so is what was lodged as it should be.
    expect(customsOf(cleared)?.customs?.hours.p90Hours).toBeGreaterThan(40)
    const lodged = estimate(12.6, {
      learnt,
      arrived: 12,
      customs: [customsCase(entry({ state: 'lodged', lodgedAt: at(12.5), stateAt: at(12.5) }))],
    })
    expect(hoursOf(lodged.p50) - hoursOf(estimate(12.6, { customs: [], learnt, arrived: 12 }).p50)).toBeLessThan(1)
  })

  test('adds to a wait that was learnt what goes beyond the ordinary: documents that are missing, and what customs asks for', () => {
    const learnt = learntWaits(5, 8, 14)
    const plain = estimate(0, { learnt })
    const missing = estimate(0, { learnt, customs: [customsCase(null, ['invoice'])] })
    expect(hoursOf(missing.p50)).toBeGreaterThan(hoursOf(plain.p50) + 15)
    const examined = estimate(13, {
      learnt,
      arrived: 12,
      customs: [customsCase(entry({ state: 'examination', lodgedAt: at(12), stateAt: at(13) }))],
    })
    expect(hoursOf(examined.p50)).toBeGreaterThan(hoursOf(plain.p50) + 30)
  })

  test('over a wait that only the plan tells of, moves its middle by less than two hours', () => {
    expect(hoursOf(estimate(0).p50) - hoursOf(estimate(0, { customs: [] }).p50)).toBeLessThan(2)
  })

  test('leaves the plan alone where nothing is published, nothing was cleared and nothing is told', () => {
    const abroad = customsCase(entry({ country: 'ZZ' }))
    expect(estimate(0, { customs: [abroad] })).toEqual(estimate(0, { customs: [] }))
    const told = customsCase(entry({ country: 'ZZ', state: 'lodged', lodgedAt: at(-1), stateAt: at(-1) }))
    expect(customsOf(estimate(0, { customs: [told] }))?.customs?.reasons).toMatchObject([{ code: 'no-published-figures' }])
  })

  test('is in order, never sooner for documents that are missing, and never later for a release, whatever was told and learnt', () => {
    const anyEntry = fc.record({
      state: fc.constantFrom('draft', 'lodged', 'accepted', 'documents-required', 'examination', 'detained', 'refused'),
      lodged: fc.double({ min: -50, max: 11, noNaN: true }),
      missing: fc.constantFrom(0, 1, 3),
    })
    const anyPast = fc.array(fc.tuple(fc.constantFrom(...channels), fc.double({ min: 0.3, max: 300, noNaN: true })), { maxLength: 20 })
    fc.assert(
      fc.property(anyEntry, anyPast, fc.double({ min: 0, max: 60, noNaN: true }), ({ state, lodged, missing }, past, hours) => {
        const model = modelOf(having(past))
        const its = (documents: number): TrackedCustoms =>
          customsCase(
            entry({ state: state as 'lodged', ...(state !== 'draft' && { lodgedAt: at(lodged), stateAt: at(lodged + 0.5) }) }),
            Array.from({ length: documents }, (_, at) => `document ${at}`),
          )
        const arrived = hours > 12 ? { arrived: 12 } : {}
        const eta = estimate(hours, { ...arrived, customs: [its(missing)], model })
        expect(eta.p10.getTime()).toBeGreaterThanOrEqual(at(hours).getTime())
        expect(eta.p10.getTime()).toBeLessThanOrEqual(eta.p50.getTime())
        expect(eta.p50.getTime()).toBeLessThan(eta.p90.getTime())
        const complete = estimate(hours, { ...arrived, customs: [its(0)], model })
        // The release, as it is told now.
        const released = estimate(hours, {
          ...arrived,
          customs: [customsCase(entry({ state: 'released', lodgedAt: at(lodged), stateAt: at(hours), closedAt: at(hours) }))],
          model,
        })
        for (const level of levels) {
          expect(eta[level].getTime()).toBeGreaterThanOrEqual(complete[level].getTime() - 60_000)
          if (state !== 'draft' || hours <= 12) expect(complete[level].getTime()).toBeGreaterThanOrEqual(released[level].getTime() - 60_000)
        }
        for (const { p10Hours, p50Hours, p90Hours } of eta.stages) {
          expect(p10Hours).toBeGreaterThanOrEqual(0)
          expect(p50Hours).toBeGreaterThanOrEqual(p10Hours)
          expect(p90Hours).toBeGreaterThanOrEqual(p50Hours)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('moves when customs examines, says that customs moved it, and is back when it is released', () => {
    const told = (state: 'lodged' | 'examination' | 'released', stateAt: number, closedAt?: number) =>
      customsCase(entry({ state, lodgedAt: at(12.5), stateAt: at(stateAt), ...(closedAt && { closedAt: at(closedAt) }) }))
    const lodged = estimate(13, { arrived: 12, customs: [told('lodged', 12.5)] })
    const examined = estimate(14, { arrived: 12, customs: [told('examination', 13.5)] })
    expect(hoursOf(examined.p50)).toBeGreaterThan(hoursOf(lodged.p50) + 15)
    expect(customsOf(examined)?.customs).toMatchObject({ state: 'examination', channels: { examination: 1 } })
    expect(etaChanges(lodged.stages, examined.stages)[0]).toMatchObject({ sequence: 2, kind: 'customs' })

    // Two days later it is still there: what it has lost so far is customs', not the terminal's.
    const still = estimate(60, { arrived: 12, customs: [told('examination', 13.5)] })
    const [wait, customs] = [still.stages.find(({ kind }) => kind === 'border'), customsOf(still)]
    expect(wait?.p50Hours).toBeLessThan(10)
    expect(customs?.p50Hours).toBeGreaterThan(42)

    const released = estimate(61, { arrived: 12, customs: [told('released', 60.5, 60.5)] })
    expect(hoursOf(released.p50)).toBeLessThan(hoursOf(still.p50) - 10)
    expect(customsOf(released)).toMatchObject({ state: 'done', p50Hours: expect.closeTo(42.5, 0), customs: { left: null } })
    const gone = estimate(64, { arrived: 12, left: 63, customs: [told('released', 60.5, 60.5)] })
    expect(gone.stages.slice(1, 3).map(({ kind, state, p50Hours }) => [kind, state, Math.round(p50Hours)])).toEqual([
      ['border', 'done', 9],
      ['customs', 'done', 43],
    ])
  })

  test('of what was lodged before the goods come waits for those only that are examined', () => {
    const early = estimate(6, { customs: [customsCase(entry({ state: 'accepted', lodgedAt: at(-60), stateAt: at(-60) }))] })
    const late = estimate(6)
    expect(customsOf(early)?.p50Hours).toBe(0)
    expect(hoursOf(early.p90)).toBeGreaterThan(hoursOf(estimate(6, { customs: [] }).p90) + 1)
    expect(hoursOf(early.p50)).toBeLessThanOrEqual(hoursOf(late.p50))
  })

  test('of goods that are refused is wider than any other', () => {
    const width = (state: 'examination' | 'refused') => {
      const eta = estimate(14, { arrived: 12, customs: [customsCase(entry({ state, lodgedAt: at(12), stateAt: at(13) }))] })
      return hoursOf(eta.p90) - hoursOf(eta.p10)
    }
    expect(width('refused')).toBeGreaterThan(2 * width('examination'))
  })

  test('of goods that are cleared on their way to the door is not before the release', () => {
    const legs = threeLegs().slice(0, 1)
    const its: CustomsCase = customsCase(entry({ legSequence: 1, state: 'examination', lodgedAt: at(2), stateAt: at(3) }))
    const input = { legs: legs.map((leg) => ({ ...leg, actualDeparture: at(2) })), position: null, recent: [], now: at(10) }
    const eta = estimateEta({ ...input, customs: [{ ...its, kept: null }] }, undefined, fromFigures)
    expect(eta?.stages.map(({ kind }) => kind)).toEqual(['leg', 'customs'])
    expect(hoursOf(eta?.p50)).toBeGreaterThan(40)
  })

  test('says before the departure what the chance to keep the promise would be without customs, and nothing of it later', () => {
    const before = estimate(0, { promised: 40 })
    expect(before.missProbability).toBeGreaterThan(0.15)
    expect(before.missWithoutCustoms).toBeLessThan(0.1)
    expect(estimate(6, { promised: 40, arrived: 12 }).missWithoutCustoms).toBeNull()
    expect(estimate(0).missWithoutCustoms).toBeNull()
  })

  test('gives the release from now, with the chances of each channel, beside the naive rule', () => {
    const [said] = estimate(0).clearances
    expect(said).toMatchObject({ legSequence: 2, usualHours: expect.closeTo(12 + 54, 1) })
    expect(said?.p50).toBeGreaterThan(12)
    expect(Object.values(said?.channels ?? {}).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
  })
})

const having = (past: [Channel, number][]) => {
  const memory: ClearanceMemory = {}
  for (const [channel, hours] of past) {
    const submittedAtMs = at(-2000).getTime()
    learnClearance(memory, { country: 'GB', submittedAtMs }, { channel, clearedAtMs: submittedAtMs + hours * hourMs })
  }
  return memory
}
