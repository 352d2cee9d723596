import { besideNaive, verdictOf } from '@lading/models/accuracy/beside-naive'
import { type Case, figuresOf } from '@lading/models/accuracy/figures'
import { isUsedAfter } from '@lading/models/accuracy/in-use'
import { shareInterval } from '@lading/models/accuracy/share-interval'
import { seeded } from '@lading/models/random/seeded'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const number = fc.double({ min: 0, max: 1e4, noNaN: true })
const oneCase: fc.Arbitrary<Case> = fc.tuple(number, number, number, number, fc.option(number)).map(([one, two, three, actual, naive]) => {
  const [p10, p50, p90] = [one, two, three].sort((a, b) => a - b) as [number, number, number]
  return { p10, p50, p90, actual, naive }
})

describe('What predictions were worth', () => {
  it('is told in figures that can be checked by hand.', () => {
    const cases: Case[] = [
      { p10: 8, p50: 10, p90: 14, actual: 12, naive: 20 },
      { p10: 4, p50: 5, p90: 6, actual: 3, naive: 3 },
      { p10: 1, p50: 2, p90: 3, actual: 2, naive: null },
    ]
    const figures = figuresOf(cases)
    expect(figures).toMatchObject({ cases: 3, medianError: 2 })
    expect(figures?.meanError).toBeCloseTo(4 / 3)
    expect(figures?.bias).toBeCloseTo(0)
    expect(figures?.coverage).toBeCloseTo(2 / 3)
    // (.4 + 1 + .2) / 3, (.9 + 1 + .3) / 3 and (.1 + 0 + .1) / 3
    expect(figures?.pinball).toBeCloseTo((1.6 + 2.2 + 0.2) / 9)
    expect(besideNaive(cases)).toEqual({ cases: 2, errors: 4, naiveErrors: 8, squares: 40 })
    expect(figuresOf([])).toBeUndefined()
  })

  it('does not depend on the order in which they were made.', () => {
    fc.assert(
      fc.property(fc.array(oneCase, { minLength: 1, maxLength: 40 }), (cases) => {
        const [one, other] = [figuresOf(cases), figuresOf(cases.toReversed())]
        for (const key of ['meanError', 'medianError', 'bias', 'coverage', 'pinball'] as const)
          expect(one?.[key]).toBeCloseTo(other?.[key] as number, 6)
      }),
    )
  })

  it('scales with the unit, and coverage does not.', () => {
    fc.assert(
      fc.property(fc.array(oneCase, { minLength: 1, maxLength: 20 }), (cases) => {
        const inMinutes = cases.map(({ p10, p50, p90, actual }) => ({
          ...{ p10: p10 * 60, p50: p50 * 60, p90: p90 * 60 },
          ...{ actual: actual * 60, naive: null },
        }))
        const [hours, minutes] = [figuresOf(cases), figuresOf(inMinutes)]
        expect(minutes?.meanError).toBeCloseTo(60 * (hours?.meanError ?? 0), 3)
        expect(minutes?.pinball).toBeCloseTo(60 * (hours?.pinball ?? 0), 3)
        expect(minutes?.coverage).toBe(hours?.coverage)
      }),
    )
  })
})

describe('The interval of a share', () => {
  it('agrees with published examples.', () => {
    // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20.
    expect(shareInterval(81, 263)).toEqual({ from: expect.closeTo(0.2553, 4), until: expect.closeTo(0.3662, 4) })
    expect(shareInterval(15, 148)).toEqual({ from: expect.closeTo(0.0624, 4), until: expect.closeTo(0.1605, 4) })
    expect(shareInterval(0, 20)).toEqual({ from: expect.closeTo(0, 9), until: expect.closeTo(0.1611, 4) })
  })

  it('holds the share, stays within 0 and 1, and narrows as tries increase.', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, at) => {
        const hits = Math.round(at * tries)
        const { from, until } = shareInterval(hits, tries)
        const more = shareInterval(hits * 4, tries * 4)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(until).toBeLessThanOrEqual(1)
        expect(hits / tries).toBeGreaterThanOrEqual(from - 1e-9)
        expect(hits / tries).toBeLessThanOrEqual(until + 1e-9)
        expect(more.until - more.from).toBeLessThan(until - from)
      }),
    )
    expect(shareInterval(0, 0)).toEqual({ from: 0, until: 1 })
  })
})

describe('Beside the naive rule', () => {
  const random = seeded(7)
  const beside = (modelError: number, naiveError: number, cases: number) =>
    besideNaive(
      Array.from({ length: cases }, () => ({
        ...{ p10: 0, p90: 0, actual: 0 },
        p50: modelError * random(),
        naive: naiveError * random(),
      })),
    )

  it('a model that is plainly better wins, one that is plainly worse loses, and of two alike nothing is said.', () => {
    expect(verdictOf(beside(1, 3, 200))).toMatchObject({ says: 'better', cases: 200 })
    expect(verdictOf(beside(3, 1, 200))).toMatchObject({ says: 'worse' })
    expect(verdictOf(beside(1, 3, 200)).improvement).toBeGreaterThan(0.5)
    const alike = besideNaive(Array.from({ length: 40 }, () => ({ p10: 1, p50: 1, p90: 1, actual: 2, naive: 1 })))
    expect(verdictOf(alike)).toMatchObject({ says: 'undecided', improvement: 0, p: 1 })
  })

  it('few cases decide nothing, however clear they look.', () => {
    expect(verdictOf(beside(1, 100, 29))).toMatchObject({ says: 'too-few', p: null })
    expect(verdictOf(besideNaive([]))).toEqual({ says: 'too-few', cases: 0, improvement: null, p: null })
  })

  it('finds a difference by chance about as often as it says: once in twenty.', () => {
    let found = 0
    for (let trial = 0; trial < 1000; trial++) if (verdictOf(beside(1, 1, 40)).says !== 'undecided') found++
    expect(found).toBeGreaterThan(25)
    expect(found).toBeLessThan(85)
  })

  it('a loser goes, a winner comes back, and nothing changes in between.', () => {
    const verdict = (says: 'better' | 'worse' | 'undecided' | 'too-few') => ({ says, cases: 50, improvement: 0, p: 0.5 })
    expect([true, false].map((was) => isUsedAfter(verdict('worse'), was))).toEqual([false, false])
    expect([true, false].map((was) => isUsedAfter(verdict('better'), was))).toEqual([true, true])
    expect([true, false].map((was) => isUsedAfter(verdict('undecided'), was))).toEqual([true, false])
    expect([true, false].map((was) => isUsedAfter(verdict('too-few'), was))).toEqual([true, false])
  })
})
