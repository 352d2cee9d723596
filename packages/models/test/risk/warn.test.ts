import type { WarningRule } from '@lading/shared/domain/playbook'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuiet, warningOf } from '../../src/risk/warn.ts'

const rule = (given: Partial<WarningRule>): WarningRule => ({
  ...{ id: 'one', name: 'One', kind: 'political', openAt: 0.6, closeAt: 0.4, severity: 'warning', quiet: null },
  ...{ escalateAfterMinutes: null, playbookId: null },
  ...given,
})
const scored = (political: number, probability: number | null = null) => ({
  probability,
  scores: { credit: 0, logistics: 0, information: 0, legal: 0, political, natural: 0 },
})
const noon = new Date('2026-06-01T12:00:00Z')
const night = new Date('2026-06-01T23:30:00Z')

describe('A rule of early warning', () => {
  it('speaks from where it opens until it is below where it closes', () => {
    const says = (score: number, open?: string) => warningOf([rule({})], scored(score), open, noon)?.score
    expect(says(0.59)).toBeUndefined()
    expect(says(0.6)).toBe(0.6)
    expect(says(0.45)).toBeUndefined()
    expect(says(0.45, 'one')).toBe(0.45)
    expect(says(0.39, 'one')).toBeUndefined()
  })

  it('does not open and close while a score wavers between the two', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.4, max: 0.59, noNaN: true }), { maxLength: 20 }), fc.boolean(), (scores, isOpen) => {
        let open = isOpen ? 'one' : undefined
        for (const score of scores) open = warningOf([rule({})], scored(score), open, noon)?.rule.id
        expect(open).toBe(isOpen ? 'one' : undefined)
      }),
    ))

  it('opens nothing while it is quiet unless it is critical, and leaves open what is', () => {
    const quiet = { from: '22:00', until: '06:00', zone: 'UTC' }
    expect(warningOf([rule({ quiet })], scored(0.9), undefined, night)).toBeUndefined()
    expect(warningOf([rule({ quiet })], scored(0.9), 'one', night)).toBeDefined()
    expect(warningOf([rule({ quiet, severity: 'critical' })], scored(0.9), undefined, night)).toBeDefined()
    expect(isQuiet({ from: '22:00', until: '06:00', zone: 'Asia/Tokyo' }, noon)).toBe(false)
    expect(isQuiet({ from: '20:00', until: '22:00', zone: 'Asia/Tokyo' }, noon)).toBe(true)
  })

  it('lets the most severe of several speak, and says nothing of a probability where nothing was promised', () => {
    const both = [rule({}), rule({ id: 'two', kind: null, openAt: 0.3, closeAt: 0.2, severity: 'critical' })]
    expect(warningOf(both, scored(0.9, 0.35), undefined, noon)?.rule.id).toBe('two')
    expect(warningOf(both, scored(0.9), undefined, noon)?.rule.id).toBe('one')
  })
})
