import { isHeld, mayFollow } from '@lading/shared/domain/customs-entry'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clearance } from '../../src/customs/clearance.ts'
import { isOpen, officeHours } from '../../src/customs/office.ts'
import { createJourney } from '../../src/journey/create-journey.ts'
import type { Journey } from '../../src/journey/journey.ts'
import { scenarioNames } from '../../src/lanes/scenarios.ts'
import { hourMs } from '../../src/movement/movement.ts'
import { anyJourney, startMs } from '../journeys.ts'

const runs = { numRuns: 60 }

const anyClearance = anyJourney.filter(({ clearance }) => clearance !== null) as fc.Arbitrary<Journey & { clearance: Clearance }>

describe('a clearance', { timeout: 30_000 }, () => {
  it('tells its steps in an order that customs knows, and ends with the release', () => {
    fc.assert(
      fc.property(anyClearance, ({ clearance: { steps, lodgedMs, releasedMs } }) => {
        expect(steps[0]).toEqual({ state: 'lodged', atMs: lodgedMs })
        expect(steps.at(-1)).toEqual({ state: 'released', atMs: releasedMs })
        for (const [index, { state, atMs }] of steps.slice(1).entries()) {
          expect(mayFollow(steps[index]?.state ?? 'draft', state)).toBe(true)
          expect(atMs).toBeGreaterThan(steps[index]?.atMs ?? Number.POSITIVE_INFINITY)
        }
      }),
      runs,
    )
  })

  it('waits for people where people look, and for the goods where they look at the goods', () => {
    fc.assert(
      fc.property(anyClearance, ({ clearance: { channel, steps, office, legSequence, releasedMs }, legs }) => {
        fc.pre(channel !== 'released')
        const looked = steps.find(({ state }) => isHeld(state))
        const works = (atMs: number) => isOpen(officeHours(office), office.zone, atMs)
        for (const atMs of [looked?.atMs ?? 0, releasedMs]) expect(works(atMs) || works(atMs - 1)).toBe(true)
        if (channel === 'examination') expect(looked?.atMs).toBeGreaterThan(legs[legSequence - 2]?.arrivalMs ?? 0)
      }),
      runs,
    )
  })

  it('asks for documents that belong to the goods, and has each of them before it lets go', () => {
    fc.assert(
      fc.property(anyClearance, ({ clearance: { channel, steps, requiredDocuments, missingDocuments } }) => {
        const asked = steps.flatMap(({ documents = [] }) => documents)
        const handedIn = steps.flatMap(({ present = [] }) => present)
        expect(requiredDocuments).toEqual(expect.arrayContaining([...asked, ...missingDocuments]))
        expect(handedIn).toEqual(asked)
        expect(asked).toEqual(expect.arrayContaining(missingDocuments))
        expect(asked.length > 0).toBe(channel === 'documents')
      }),
      runs,
    )
  })

  it('is over at once for most, and slower the more people look', () => {
    const clearances = Array.from({ length: 240 }, (_, number) =>
      createJourney({
        seed: 'many',
        number,
        scenario: scenarioNames[number % 6] ?? 'sea',
        startMs: startMs + number * 7 * hourMs,
        trouble: null,
      }),
    ).flatMap(({ clearance }) => clearance ?? [])
    const of = (channel: string) => clearances.filter((clearance) => clearance.channel === channel)
    const usualHours = (channel: string) => {
      const sorted = of(channel)
        .map(({ lodgedMs, releasedMs }) => (releasedMs - lodgedMs) / hourMs)
        .sort((a, b) => a - b)
      return sorted[Math.floor(sorted.length / 2)] ?? 0
    }
    expect(of('released').length / clearances.length).toBeGreaterThan(0.7)
    expect(of('documents').length).toBeGreaterThan(5)
    expect(of('examination').length).toBeGreaterThan(5)
    expect(usualHours('released')).toBeLessThan(3)
    expect(usualHours('documents')).toBeGreaterThan(usualHours('released'))
    expect(usualHours('examination')).toBeGreaterThan(usualHours('documents'))
  })
})
