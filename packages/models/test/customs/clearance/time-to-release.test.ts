import { type Channel, channels } from '@lading/shared/domain/customs-channel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { learnClearance, predictClearance } from '../../../src/customs/clearance/clearance.ts'
import type { ClearanceMemory } from '../../../src/customs/clearance/memory.ts'
import { type Told, timeToRelease } from '../../../src/customs/clearance/time-to-release.ts'

const hourMs = 3_600_000
/** A Monday, 9 o'clock. */
const now = Date.UTC(2026, 0, 5, 9)
const at = (hours: number) => now + hours * hourMs
const its = { country: 'GB', mode: 'sea' as const }
const release = (told: Told, more: { missingDocuments?: string[]; restrictions?: string[] } = {}, memory: ClearanceMemory = {}) =>
  timeToRelease(memory, { ...its, ...more }, told, now)
const levels = ['p10', 'p50', 'p90'] as const

/** Everything that may be told of goods that are there since, or come in, so many hours. */
const anyTold = fc
  .record({
    present: fc.double({ min: -400, max: 400, noNaN: true }),
    lodged: fc.option(fc.double({ min: -600, max: 0, noNaN: true }), { nil: undefined }),
    held: fc.constantFrom(undefined, 'documents', 'examination', 'refusal'),
    anew: fc.boolean(),
    chanceToHaveLeft: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(
    ({ present, lodged, held, anew, chanceToHaveLeft }): Told => ({
      presentAtMs: at(present),
      ...(lodged !== undefined && { lodgedAtMs: at(lodged) }),
      ...(held && lodged !== undefined && { held: { by: held, ...(anew && { anewSinceMs: at(lodged / 2) }) } }),
      chanceToHaveLeft,
    }),
  )

const anyMemory = fc
  .array(fc.tuple(fc.constantFrom(...channels), fc.double({ min: 0.2, max: 800, noNaN: true })), { maxLength: 40 })
  .map((past: [Channel, number][]) => {
    const memory: ClearanceMemory = {}
    for (const [channel, hours] of past)
      learnClearance(memory, { ...its, submittedAtMs: at(-2000) }, { channel, clearedAtMs: at(-2000 + hours) })
    return memory
  })

describe('the time to a release', () => {
  test('is what clearance takes, while nothing is told and the goods are on their way', () => {
    const said = release({ presentAtMs: at(48) })
    const whole = predictClearance({}, { ...its, submittedAtMs: at(48) })
    for (const level of levels) {
      expect(said.hours[level] / whole.hours[level]).toBeCloseTo(1, 1)
      expect(said.left[level]).toBeCloseTo(said.hours[level] + 48, 6)
    }
    expect(said.channels).toEqual(whole.channels)
    expect(said.ways).toMatchObject([{ share: 1, startsHours: null }])
  })

  test('is in order, not in the past, and comes to an end, whatever is told', () => {
    fc.assert(
      fc.property(anyTold, anyMemory, (told, memory) => {
        const { hours, left, channels: shares, ways } = release(told, {}, memory)
        for (const its of [hours, left]) {
          expect(its.p10).toBeGreaterThanOrEqual(0)
          expect(its.p50).toBeGreaterThanOrEqual(its.p10)
          expect(its.p90).toBeGreaterThanOrEqual(its.p50)
          expect(Number.isFinite(its.p90)).toBe(true)
        }
        expect(channels.reduce((sum, channel) => sum + shares[channel], 0)).toBeCloseTo(1, 6)
        expect(ways.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
      }),
      { numRuns: 150 },
    )
  })

  test('is never sooner for documents that are missing or goods that are restricted, whatever is told and was learnt of others', () => {
    fc.assert(
      fc.property(anyTold, anyMemory, fc.constantFrom(1, 2, 5), fc.boolean(), (told, memory, missing, restricted) => {
        const plain = release(told, {}, memory)
        const documents = Array.from({ length: missing }, (_, number) => `document ${number}`)
        const ruled = release(told, { missingDocuments: documents, restrictions: restricted ? ['licence'] : [] }, memory)
        for (const level of levels) {
          expect(ruled.left[level]).toBeGreaterThanOrEqual(plain.left[level] - 1e-6)
          expect(ruled.hours[level]).toBeGreaterThanOrEqual(plain.hours[level] - 1e-6)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('of goods that are there and declared is known to be none of the fast ones: the longer it lasts, the likelier somebody looks', () => {
    const waitedFor = (hours: number) => release({ presentAtMs: at(-hours), lodgedAtMs: at(-hours) })
    const waited = [0, 2, 8, 24, 72]
    for (const [index, hours] of waited.entries()) {
      if (index === 0) continue
      const before = waitedFor(waited[index - 1] as number)
      expect(waitedFor(hours).channels.examination).toBeGreaterThan(before.channels.examination)
      expect(waitedFor(hours).channels.released).toBeLessThan(before.channels.released)
      expect(waitedFor(hours).hours.p10).toBeGreaterThanOrEqual(hours)
    }
    expect(waitedFor(72).channels.examination).toBeGreaterThan(0.6)
  })

  test('counts documents from the lodging and an examination from when the goods are there', () => {
    const early = release({ presentAtMs: at(48), lodgedAtMs: at(-72) })
    // Whatever needs no look at the goods is done by now, most likely; the rest has not begun.
    expect(early.ways).toMatchObject([
      { share: 1 - early.channels.examination, startsHours: 0 },
      { share: early.channels.examination, startsHours: null },
    ])
    expect(early.left.p50).toBe(0)
    expect(early.left.p90).toBeGreaterThan(48)
    // Silence before they are there says nothing.
    expect(early.channels).toEqual(release({ presentAtMs: at(48) }).channels)
  })

  test('of what customs asks for is of that channel alone', () => {
    const documents = release({ presentAtMs: at(-10), lodgedAtMs: at(-10), held: { by: 'documents' } })
    const examination = release({ presentAtMs: at(-10), lodgedAtMs: at(-10), held: { by: 'examination' } })
    expect(documents.channels.documents).toBe(1)
    expect(examination.channels.examination).toBe(1)
    expect(examination.left.p50).toBeGreaterThan(documents.left.p50)
    // At sea nobody has begun.
    const atSea = release({ presentAtMs: at(30), lodgedAtMs: at(-10), held: { by: 'examination' } })
    expect(atSea.ways).toMatchObject([{ startsHours: null }])
  })

  test('of a detention begins when it begins', () => {
    const detained = release({ presentAtMs: at(-300), lodgedAtMs: at(-300), held: { by: 'examination', anewSinceMs: at(-1) } })
    expect(detained.left.p10).toBeLessThan(30)
    expect(detained.hours.p10).toBeLessThan(30)
  })

  test('of a refusal is wider than any other', () => {
    const width = ({ left }: ReturnType<typeof release>) => left.p90 / left.p10
    const refused = release({ presentAtMs: at(-10), lodgedAtMs: at(-10), held: { by: 'refusal', anewSinceMs: at(-1) } })
    const examined = release({ presentAtMs: at(-1), lodgedAtMs: at(-1), held: { by: 'examination' } })
    expect(width(refused)).toBeGreaterThan(2 * width(examined))
    expect(refused.left.p90).toBeGreaterThan(2 * examined.left.p90)
  })

  test('of which nobody tells is likely to be behind where the place itself would still keep the goods, and ahead where it would not', () => {
    const left = (chanceToHaveLeft: number) => release({ presentAtMs: at(-30), chanceToHaveLeft }).left
    expect(left(0.05).p50).toBe(0)
    expect(left(0.99).p50).toBeGreaterThan(10)
  })

  test('waits for the office, and says for how long it is closed; published hours are those of the clock', () => {
    /** Monday to Friday, 8 to 16 o'clock. */
    const isOpen = (atMs: number) => {
      const its = new Date(atMs)
      return its.getUTCDay() % 6 !== 0 && its.getUTCHours() >= 8 && its.getUTCHours() < 16
    }
    const friday = Date.UTC(2026, 0, 9, 15)
    const told: Told = { presentAtMs: friday, lodgedAtMs: friday, held: { by: 'documents' } }
    const said = timeToRelease({}, its, told, friday, { isOpen })
    expect(said.left.p50).toBeGreaterThan(64)
    expect(said.reasons).toContainEqual({ code: 'closed', hours: expect.closeTo(64, 0) })
    // A working week of 40 hours is seven days of the clock: in the long run both say about the same.
    const slow = timeToRelease({}, its, { ...told, held: { by: 'examination' } }, friday, { isOpen }).left.p90
    const byTheClock = timeToRelease({}, its, { ...told, held: { by: 'examination' } }, friday).left.p90
    expect(slow / byTheClock).toBeGreaterThan(0.75)
    expect(slow / byTheClock).toBeLessThan(1.4)
    const never = timeToRelease({}, its, told, friday, { isOpen: () => false })
    expect(never.left).toEqual(timeToRelease({}, its, told, friday).left)
    expect(never.reasons).toContainEqual({ code: 'never-open' })
  })
})
