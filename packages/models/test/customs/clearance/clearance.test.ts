import { type Channel, channels } from '@lading/shared/domain/customs-channel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClearanceSettings, learnClearance, predictClearance } from '../../../src/customs/clearance/clearance.ts'
import type { ClearanceCase } from '../../../src/customs/clearance/clearance-case.ts'
import type { ClearanceMemory } from '../../../src/customs/clearance/memory.ts'
import type { PublishedFigures } from '../../../src/customs/clearance/published-figures.ts'
import { seeded } from '../../../src/random/seeded.ts'

const hourMs = 3_600_000
const monday = Date.UTC(2026, 0, 5, 9)
const some = (its: Partial<ClearanceCase> = {}): ClearanceCase => ({
  country: 'AA',
  office: 'north',
  hsCode: '392690',
  mode: 'sea',
  party: 'importer 1',
  submittedAtMs: monday,
  ...its,
})
/** After `many` cases like `its`, cleared by the time of the next one. */
const havingSeen = (many: number, channel: Channel, hours: number, its = some(), memory: ClearanceMemory = {}) => {
  for (let at = 0; at < many; at += 1) {
    const submittedAtMs = monday - 30 * 24 * hourMs
    learnClearance(memory, { ...its, submittedAtMs }, { channel, clearedAtMs: submittedAtMs + hours * hourMs })
  }
  return memory
}
const total = (shares: Record<Channel, number>) => channels.reduce((sum, channel) => sum + shares[channel], 0)

const anyCase = fc.record(
  {
    office: fc.constantFrom('north', 'south'),
    hsCode: fc.constantFrom('392690', '610910', ''),
    mode: fc.constantFrom('sea' as const, 'air' as const),
    party: fc.constantFrom('importer 1', 'importer 2'),
    missingDocuments: fc.constantFrom<string[][]>([], ['invoice'], ['invoice', 'certificate of origin']),
    restrictions: fc.constantFrom<string[][]>([], ['licence']),
  },
  { requiredKeys: [] },
)
const anyHistory = fc.array(fc.tuple(anyCase, fc.constantFrom(...channels), fc.double({ min: 0, max: 2_000, noNaN: true })), {
  maxLength: 30,
})
const anyFigures: fc.Arbitrary<PublishedFigures> = fc.record(
  {
    country: fc.constant('AA'),
    year: fc.constant(2020),
    borderHours: fc.double({ min: 0, max: 400, noNaN: true }),
    documentHours: fc.double({ min: 0, max: 400, noNaN: true }),
    customsScore: fc.double({ min: 1, max: 5, noNaN: true }),
  },
  { requiredKeys: ['country', 'year'] },
)

describe('clearance', () => {
  test('gives probabilities that add up to 1 and hours in order, whatever has happened', () => {
    fc.assert(
      fc.property(anyHistory, anyCase, anyFigures, (history, its, figures) => {
        const memory: ClearanceMemory = {}
        for (const [past, channel, hours] of history) havingSeen(1, channel, hours, some(past), memory)
        const { channels: shares, hours, reasons } = predictClearance(memory, some(its), { figures: [figures] })
        expect(total(shares)).toBeCloseTo(1, 9)
        expect(Math.min(...Object.values(shares))).toBeGreaterThanOrEqual(0)
        expect(hours.p10).toBeGreaterThanOrEqual(0)
        expect(hours.p50).toBeGreaterThanOrEqual(hours.p10)
        expect(hours.p90).toBeGreaterThanOrEqual(hours.p50)
        expect(Number.isFinite(hours.p90)).toBe(true)
        expect(reasons.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  test('takes longer where published hours are longer, and is examined more where the score is lower', () => {
    const hour = fc.double({ min: 0, max: 400, noNaN: true })
    const score = fc.double({ min: 1, max: 5, noNaN: true })
    fc.assert(
      fc.property(hour, hour, hour, score, score, (border, documents, more, one, other) => {
        const say = (borderHours: number, documentHours: number, customsScore: number) =>
          predictClearance({}, some(), { figures: [{ country: 'AA', year: 2020, borderHours, documentHours, customsScore }] })
        const level = (settled: ReturnType<typeof say>, which: 'p10' | 'p50' | 'p90') => settled.hours[which] * (1 + 1e-5)
        for (const which of ['p10', 'p50', 'p90'] as const) {
          expect(level(say(border + more, documents, one), which)).toBeGreaterThanOrEqual(say(border, documents, one).hours[which])
          expect(level(say(border, documents + more, one), which)).toBeGreaterThanOrEqual(say(border, documents, one).hours[which])
        }
        const [low, high] = one < other ? [one, other] : [other, one]
        const examined = (its: number) => say(border, documents, its).channels.examination
        expect(examined(low)).toBeGreaterThanOrEqual(examined(high))
      }),
      { numRuns: 40 },
    )
  })

  test('comes closer to what happens with every outcome', () => {
    const said = [0, 1, 3, 10, 40, 200].map((many) => predictClearance(havingSeen(many, 'examination', 100), some()))
    for (let at = 1; at < said.length; at += 1) {
      expect(said[at]?.channels.examination).toBeGreaterThan(said[at - 1]?.channels.examination as number)
      const off = (which: number) => Math.abs(Math.log((said[which]?.hours.p50 as number) / 100))
      expect(off(at)).toBeLessThan(off(at - 1))
    }
    expect(said.at(-1)?.channels.examination).toBeGreaterThan(0.98)
    expect(said.at(-1)?.hours.p50).toBeGreaterThan(95)
    expect(said.at(-1)?.basis).toEqual({ level: 'party', outcomes: expect.closeTo(200, -2) })
  })

  test('does not depend on the order in which outcomes are told', () => {
    const random = seeded(1)
    const told = Array.from({ length: 40 }, () => {
      const submittedAtMs = monday - Math.floor(random() * 500) * 24 * hourMs - 200 * hourMs
      return { submittedAtMs, channel: channels[Math.floor(random() * 3)] as Channel, clearedAtMs: submittedAtMs + random() * 200 * hourMs }
    })
    const hear = (list: typeof told) => {
      const memory: ClearanceMemory = {}
      for (const { submittedAtMs, ...outcome } of list) learnClearance(memory, some({ submittedAtMs }), outcome)
      return predictClearance(memory, some())
    }
    const [one, other] = [hear(told), hear(told.toReversed())]
    expect(other.hours.p50).toBeCloseTo(one.hours.p50, 4)
    expect(other.channels.examination).toBeCloseTo(one.channels.examination, 9)
  })

  test('learns from the office what holds for a commodity that is new to it, and nothing of another country', () => {
    const memory = havingSeen(50, 'examination', 100)
    const fresh = some({ hsCode: '010121', party: 'importer 9' })
    expect(predictClearance(memory, fresh).channels.examination).toBeGreaterThan(0.8)
    expect(predictClearance(memory, fresh).basis.level).toBe('office')
    const abroad = some({ country: 'BB' })
    expect(predictClearance(memory, abroad)).toEqual(predictClearance({}, abroad))
  })

  test('goes back to what is usual when what it knows is long ago', () => {
    const memory = havingSeen(10, 'examination', 100)
    const later = (years: number) =>
      predictClearance(memory, some({ submittedAtMs: monday + years * 365 * 24 * hourMs })).channels.examination
    expect(later(3)).toBeLessThan(later(0))
    expect(later(30)).toBeCloseTo(predictClearance({}, some()).channels.examination, 3)
  })

  test('is stored and read back as plain data', () => {
    const memory = havingSeen(7, 'documents', 30)
    expect(predictClearance(JSON.parse(JSON.stringify(memory)), some())).toEqual(predictClearance(memory, some()))
  })
})

describe('by rule, clearance', () => {
  const plain = predictClearance({}, some())

  test('asks for documents that are missing, takes longer, and says so', () => {
    const missing = predictClearance({}, some({ missingDocuments: ['invoice'] }))
    const two = predictClearance({}, some({ missingDocuments: ['invoice', 'packing list'] }))
    expect(missing.channels.documents).toBeGreaterThan(plain.channels.documents + 0.4)
    expect(missing.channels.examination).toBeCloseTo(plain.channels.examination, 9)
    expect(missing.hours.p50).toBeGreaterThan(plain.hours.p50 + 10)
    expect(two.hours.p50).toBeGreaterThan(missing.hours.p50)
    expect(missing.reasons).toContainEqual({ code: 'missing-documents', documents: ['invoice'], hoursAdded: 16 })
  })

  test('examines restricted goods more often, with three times the odds', () => {
    const restricted = predictClearance({}, some({ restrictions: ['licence'] }))
    const odds = (share: number) => share / (1 - share)
    expect(odds(restricted.channels.examination)).toBeCloseTo(3 * odds(plain.channels.examination), 6)
    expect(restricted.hours.p90).toBeGreaterThan(plain.hours.p90)
    expect(restricted.reasons.map(({ code }) => code)).toContain('restricted-goods')
  })

  test('gives way to outcomes of such cases, which tell nothing of ordinary ones', () => {
    const restricted = some({ restrictions: ['licence'] })
    const memory = havingSeen(100, 'released', 1, restricted)
    expect(predictClearance(memory, restricted).channels.released).toBeGreaterThan(0.9)
    expect(predictClearance(memory, some())).toEqual(plain)
  })
})

describe('with opening hours, clearance', () => {
  /** Monday to Friday, 8 to 16 o'clock. */
  const isOpen = (atMs: number) => {
    const at = new Date(atMs)
    return at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= 8 && at.getUTCHours() < 16
  }
  const settings: ClearanceSettings = { isOpen }
  const friday = some({ submittedAtMs: Date.UTC(2026, 0, 9, 15) })
  const examined = () => havingSeen(200, 'examination', 4, some({ submittedAtMs: monday }))

  test('waits for the weekend to pass', () => {
    const said = predictClearance(examined(), friday, settings)
    const onMonday = predictClearance(examined(), some(), settings)
    expect(onMonday.hours.p50).toBeLessThan(6)
    expect(said.hours.p50).toBeGreaterThan(64)
    expect(said.hours.p50).toBeLessThan(72)
    expect(said.reasons).toContainEqual({ code: 'closed', hours: expect.closeTo(64, 0) })
  })

  test('learns the hours that were worked, not those of the weekend', () => {
    const memory: ClearanceMemory = {}
    const before = Date.UTC(2025, 11, 5, 15)
    // From Friday 15:00 to Monday 11:00: one hour and three.
    for (let at = 0; at < 200; at += 1)
      learnClearance(memory, some({ submittedAtMs: before }), { channel: 'examination', clearedAtMs: before + 68 * hourMs }, settings)
    expect(predictClearance(memory, some(), settings).hours.p50).toBeCloseTo(4, 0)
  })

  test('releases at once around the clock', () => {
    const memory = havingSeen(500, 'released', 1)
    expect(predictClearance(memory, friday, settings).hours.p50).toBeLessThan(1.2)
  })

  test('says that opening hours without an hour are a mistake, and goes by the clock', () => {
    const never = predictClearance({}, some(), { isOpen: () => false })
    expect(never.hours).toEqual(predictClearance({}, some()).hours)
    expect(never.reasons).toContainEqual({ code: 'never-open' })
  })
})
