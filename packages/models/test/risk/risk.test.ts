import { evidenceCodes, type RiskEvidence, riskKinds } from '@lading/shared/domain/risk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missIfEarlier } from '../../src/risk/base-without.ts'
import { acrossKinds, pooled, withinKind } from '../../src/risk/pooled.ts'
import { reliabilityOf } from '../../src/risk/reliability.ts'
import { kindOf, scoreOf, scoresOf } from '../../src/risk/score.ts'
import { strengthOf } from '../../src/risk/strength.ts'
import { removals, superpose } from '../../src/risk/superpose.ts'

const now = new Date('2026-06-01T00:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()

const piece = fc.record({
  what: fc.constantFrom(...evidenceCodes),
  facts: fc.constant({}),
  weight: fc.double({ min: 0, max: 6, noNaN: true }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  at: fc.integer({ min: 0, max: 2000 }).map(hoursAgo),
  halfLifeHours: fc.option(fc.integer({ min: 1, max: 2000 })),
  inArrival: fc.boolean(),
  source: fc.constant({ type: 'alert' as const, id: 'one' }),
})
const evidence = fc.array(piece, { maxLength: 8 })
const probability = fc.double({ min: 0, max: 1, noNaN: true })
const nearly = 1e-9

describe('risk', () => {
  it('loses half of what evidence says with every half-life, and nothing of what has none', () => {
    const one: RiskEvidence = {
      ...{ what: 'country-event', facts: {}, weight: 2, confidence: 0.5, at: hoursAgo(48), halfLifeHours: 24, inArrival: false },
      source: { type: 'country-event', id: 'one' },
    }
    expect(strengthOf(one, now)).toBeCloseTo(0.25)
    expect(strengthOf({ ...one, halfLifeHours: null }, now)).toBeCloseTo(1)
  })

  it('never says more later, of the same evidence', () =>
    fc.assert(
      fc.property(piece, fc.integer({ min: 0, max: 5000 }), (one, hours) => {
        const later = new Date(now.getTime() + hours * 3_600_000)
        expect(strengthOf(one, later)).toBeLessThanOrEqual(strengthOf(one, now) + nearly)
      }),
    ))

  it('stays between the strongest alone and all of them as if they were independent', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { minLength: 1, maxLength: 20 }), (strengths) => {
        const sum = pooled(strengths, withinKind)
        const most = Math.max(...strengths)
        expect(sum).toBeGreaterThanOrEqual(most - nearly)
        expect(sum).toBeLessThanOrEqual(strengths.reduce((all, one) => all + one, 0) + nearly)
        expect(sum).toBeLessThanOrEqual(most / (1 - withinKind) + nearly)
      }),
    ))

  it('gives every kind a score from 0 to below 1, 0 where nothing speaks against it, and one half where the odds are doubled', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const scores = scoresOf(all, now)
        for (const kind of riskKinds) {
          expect(scores[kind]).toBeGreaterThanOrEqual(0)
          expect(scores[kind]).toBeLessThan(1)
          if (!all.some((each) => kindOf(each) === kind)) expect(scores[kind]).toBe(0)
        }
      }),
    )
    const doubling = { weight: Math.log(2), confidence: 1, at: now.toISOString(), halfLifeHours: null }
    const source = { type: 'alert' as const, id: 'one' }
    expect(scoreOf([{ ...doubling, what: 'stalled', facts: {}, inArrival: true, source }], now)).toBeCloseTo(0.5)
  })

  it('is never raised by taking evidence away, neither in scores nor together', () =>
    fc.assert(
      fc.property(evidence, piece, probability, (all, one, base) => {
        expect(scoreOf([...all, one], now)).toBeGreaterThanOrEqual(scoreOf(all, now) - nearly)
        expect(superpose({ probability: base }, [...all, one], now)).toBeGreaterThanOrEqual(
          superpose({ probability: base }, all, now) - nearly,
        )
      }),
    ))

  it('grows with the weight and the confidence of evidence, and with what the arrival interval says', () =>
    fc.assert(
      fc.property(evidence, piece, probability, fc.double({ min: 0, max: 1, noNaN: true }), (all, one, base, less) => {
        const of = (each: RiskEvidence, probability = base) => superpose({ probability }, [...all, each], now)
        expect(of(one)).toBeGreaterThanOrEqual(of({ ...one, weight: one.weight * less }) - nearly)
        expect(of(one)).toBeGreaterThanOrEqual(of({ ...one, confidence: one.confidence * less }) - nearly)
        expect(of(one)).toBeGreaterThanOrEqual(of(one, base * less) - nearly)
      }),
    ))

  it('does not depend on the order in which evidence comes', () =>
    fc.assert(
      fc.property(evidence, fc.infiniteStream(fc.nat()), probability, (all, keys, base) => {
        const keyed = all.map((each) => ({ each, key: keys.next().value }))
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ each }) => each)
        expect(superpose({ probability: base }, shuffled, now)).toBeCloseTo(superpose({ probability: base }, all, now), 12)
      }),
    ))

  it('does not count twice what the arrival time has in it, and never falls below what that says', () =>
    fc.assert(
      fc.property(evidence, probability, (all, base) => {
        const known = all.map((each) => ({ ...each, inArrival: true }))
        const alone = superpose({ probability: base }, [], now)
        expect(superpose({ probability: base }, known, now)).toBeCloseTo(alone, 12)
        expect(superpose({ probability: base }, all, now)).toBeGreaterThanOrEqual(alone - nearly)
      }),
    ))

  it('stays within what the strongest piece and the discounts allow, so that many small signs of one cause do not make a certainty', () => {
    const small: RiskEvidence = {
      ...{ what: 'country-event', facts: {}, weight: 0.5, confidence: 1, at: now.toISOString(), halfLifeHours: null, inArrival: false },
      source: { type: 'country-event', id: 'one' },
    }
    const many = superpose({ probability: 0.1 }, Array<RiskEvidence>(50).fill(small), now)
    const most = 0.5 / (1 - withinKind)
    expect(many).toBeLessThanOrEqual(1 / (1 + 9 * Math.exp(-most)) + nearly)
    expect(acrossKinds).toBeLessThan(1)
  })

  it('tells what would help most first, and nothing that would not help', () =>
    fc.assert(
      fc.property(evidence, probability, probability, (all, base, less) => {
        const its = { probability: base, without: { logistics: base * less } }
        const told = removals(its, all, now)
        const whole = superpose(its, all, now)
        for (const { probability, evidence } of told) {
          expect(probability).toBeLessThan(whole)
          if (evidence !== null) expect(all[evidence]?.inArrival).toBe(false)
        }
        expect(told.map(({ probability }) => probability)).toEqual(told.map(({ probability }) => probability).toSorted((a, b) => a - b))
      }),
    ))

  it('is missed less where goods come earlier, and as told where they do not', () => {
    const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
    const interval = { p10: at(20), p50: at(24), p90: at(34) }
    expect(missIfEarlier(0.7, interval, at(22), 0)).toBeCloseTo(0.7)
    expect(missIfEarlier(0.7, interval, at(22), 6 * 3_600_000)).toBeLessThan(0.4)
    fc.assert(
      fc.property(probability, fc.integer({ min: 0, max: 100 }), fc.integer({ min: -50, max: 100 }), (told, earlier, promised) => {
        const miss = missIfEarlier(told, interval, at(promised), earlier * 3_600_000)
        expect(miss).toBeLessThanOrEqual(told)
        expect(miss).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('how reliable risk was', () => {
  it('puts each case into one bin, and says how often it came true', () => {
    const cases = [
      ...Array.from({ length: 20 }, (_, at) => ({ probability: 0.05, base: 0.05, broken: at === 0 })),
      ...Array.from({ length: 20 }, (_, at) => ({ probability: 0.6, base: 0.3, broken: at < 12 })),
      { probability: 1, base: 1, broken: true },
    ]
    const { bins, enough, brier, brierOfBase } = reliabilityOf(cases)
    expect(enough).toBe(true)
    expect(bins.reduce((sum, each) => sum + each.cases, 0)).toBe(cases.length)
    expect(bins.find(({ from }) => from === 0)).toMatchObject({ cases: 20, broken: 0.05, told: expect.closeTo(0.05) })
    expect(bins.find(({ from }) => from === 0.5)).toMatchObject({ cases: 20, broken: 0.6 })
    expect(bins.at(-1)).toMatchObject({ cases: 1, broken: 1 })
    expect(brier as number).toBeLessThan(brierOfBase as number)
  })

  it('claims nothing of too few', () => {
    expect(reliabilityOf([{ probability: 0.5, base: 0.5, broken: true }])).toMatchObject({ cases: 1, enough: false, brier: null })
  })
})
