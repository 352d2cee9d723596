import { type PartnerAspect, partnerAspects, partnerRoles } from '@lading/shared/domain/partner'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aspectShares,
  halfLifeDays,
  kindMeanOf,
  kindWeight,
  type Observation,
  scoreOf,
  startMeans,
  tally,
} from '../../src/partner/score.ts'
import { scorePartners } from '../../src/partner/score-partners.ts'

const now = new Date('2026-06-01T00:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const carrier = ['carrier'] as const
const seenOnce = fc.record({
  aspect: fc.constantFrom(...partnerAspects),
  isGood: fc.boolean(),
  at: fc.double({ min: 0, max: 700, noNaN: true }).map(daysAgo),
})
const seenOften = fc.array(seenOnce, { maxLength: 40 })
const score = (seen: Observation[], roles: readonly (typeof partnerRoles)[number][] = carrier) =>
  scoreOf(roles, tally(seen, now), startMeans)
const of = (aspect: PartnerAspect, seen: Observation[]) => {
  const found = score(seen).aspects.find((each) => each.aspect === aspect)
  if (!found) throw new Error(`nothing about ${aspect}`)
  return found
}
const times = (count: number, isGood: boolean, days = 0): Observation[] =>
  Array.from({ length: count }, () => ({ aspect: 'on-time', isGood, at: daysAgo(days) }))

describe('The score of a partner', () => {
  it('is that of its kind while nothing is known of it.', () => {
    for (const role of partnerRoles) {
      const { score: whole, kindScore, aspects } = score([], [role])
      expect(whole).toBeCloseTo(kindScore, 12)
      for (const { mean, kindMean, contribution } of aspects) expect([mean, contribution]).toEqual([kindMean, 0])
    }
  })

  it('does not rise by what went wrong, nor fall by what went well.', () => {
    fc.assert(
      fc.property(seenOften, seenOnce, (seen, one) => {
        const [before, after] = [score(seen).score, score([...seen, one]).score]
        return one.isGood ? after >= before - 1e-12 : after <= before + 1e-12
      }),
    )
  })

  it('is the same in whatever order things are told.', () => {
    fc.assert(
      fc.property(
        seenOften.chain((seen) => fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length }))),
        ([seen, shuffled]) => {
          expect(score(shuffled).score).toBeCloseTo(score(seen).score, 12)
        },
      ),
    )
  })

  it('lies within its interval, which lies within what a chance can be.', () => {
    fc.assert(
      fc.property(seenOften, (seen) => {
        const { score: whole, low, high, aspects } = score(seen)
        expect(0 <= low && low <= whole && whole <= high && high <= 1).toBe(true)
        for (const each of aspects) expect(0 <= each.low && each.low <= each.high && each.high <= 1).toBe(true)
      }),
    )
  })

  it('is the surer the more was seen that goes the same way.', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (good, bad) => {
        const width = (count: number) => {
          const { low, high } = of('on-time', [...times(good * count, true), ...times(bad * count, false)])
          return high - low
        }
        // Four times as much: half as wide, were there no kind to shrink to.
        expect(width(4)).toBeLessThan(width(1))
      }),
    )
  })

  it('adds up from what its aspects contribute to that of its kind.', () => {
    fc.assert(
      fc.property(seenOften, (seen) => {
        const { score: whole, kindScore, aspects } = score(seen)
        expect(whole).toBeCloseTo(kindScore + aspects.reduce((sum, { contribution }) => sum + contribution, 0), 10)
      }),
    )
  })

  it('is not swung by a single thing: one late arrival costs a new carrier a ninth of the distance to always late.', () => {
    const { mean, kindMean } = of('on-time', times(1, false))
    expect(mean).toBeCloseTo((kindMean * kindWeight) / (kindWeight + 1), 12)
    expect(score(times(1, false)).score).toBeGreaterThan(score([]).score - 0.05)
  })

  it('forgets: what happened a half-life ago counts half, and what has not happened yet not at all.', () => {
    expect(of('on-time', times(6, false, halfLifeDays)).mean).toBeCloseTo(of('on-time', times(3, false)).mean, 12)
    expect(of('on-time', times(6, false, -1))).toMatchObject({ observations: 0, mean: startMeans['on-time'] })
  })

  it('has shares that add up to the whole, whatever the roles.', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...partnerRoles), { minLength: 1 }), (roles) => {
        expect(Object.values(aspectShares(roles)).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('How a kind does', () => {
  it('is learnt from the others of it, and one large one is not the kind.', () => {
    expect(kindMeanOf('on-time', [])).toBeCloseTo(startMeans['on-time'], 12)
    const small = Array.from({ length: 10 }, () => ({ good: 10, bad: 0 }))
    expect(kindMeanOf('on-time', [...small, { good: 0, bad: 10_000 }])).toBeGreaterThan(0.65)
  })

  it('is that of partners who share a role: a buyer who pays late says nothing of carriers.', () => {
    const late = times(30, false)
    const carrierOf = (code: string) => ({ code, roles: ['carrier' as const], seen: [] as Observation[] })
    const alone = scorePartners([carrierOf('a')], now).get('a')?.score
    expect(scorePartners([carrierOf('a'), { code: 'b', roles: ['buyer'], seen: late }], now).get('a')?.score).toBe(alone)
    expect(scorePartners([carrierOf('a'), { ...carrierOf('b'), seen: late }], now).get('a')?.score).toBeLessThan(alone ?? 0)
  })
})
