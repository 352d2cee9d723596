import { isInForce } from '@lading/shared/domain/trade-rule'
import { describe, expect, it } from 'vitest'
import { goods } from '../../src/goods/goods.ts'
import { exampleChange, exampleRules } from '../../src/trade/example-rules.ts'

const nowMs = Date.parse('2026-11-28T12:00:00.000Z')
const rules = [...exampleRules, exampleChange(nowMs)]

describe('The example rules of the demonstration', () => {
  it('are marked as an example, have a source, and no two versions of one begin on the same day.', () => {
    expect(rules.filter(({ isExample, source }) => !isExample || source === '')).toEqual([])
    const starts = rules.map(({ key, validFrom }) => `${key} ${validFrom}`)
    expect(new Set(starts).size).toBe(starts.length)
  })

  it('say for each territory on which value it assesses, and that a change is still to come.', () => {
    for (const territory of ['EU', 'GB', 'US'])
      expect(rules.filter(({ destination, terms }) => destination === territory && terms.kind === 'valuation').length, territory).toBe(1)
    const change = exampleChange(nowMs)
    expect(isInForce({ validFrom: change.validFrom, validTo: null }, '2026-11-28')).toBe(false)
    expect(rules.some(({ key, validFrom }) => key === change.key && validFrom < change.validFrom)).toBe(true)
  })

  it('are about goods of the simulated world.', () => {
    const codes: string[] = Object.values(goods).flatMap(({ articles }) => articles.map(({ hsCode }) => hsCode))
    const known = codes.filter((code) =>
      rules.some(({ terms, hsPrefix = '' }) => terms.kind === 'duty' && hsPrefix !== '' && code.startsWith(hsPrefix)),
    )
    expect(known.length).toBeGreaterThan(codes.length / 2)
  })
})
