import type { TradeRule } from '@lading/shared/domain/trade-rule'
import type { QuoteToKeep } from '@lading/store/postgres/landed-cost/keep'
import { describe, expect, it } from 'vitest'
import { createQuoteKeeper } from '../../src/landed-cost/quote-keeper.ts'

const rules = ['a', 'b', 'c'].map((id) => ({ id }) as TradeRule)
const quote = (id: string) => ({
  ...{ id, asker: { userId: 'somebody' }, madeAt: '', validUntil: '', request: '{}', cost: '{}', idempotency: undefined },
})

const world = ({ bad = '', there = '' } = {}) => {
  const frozen: string[][] = []
  const batches: QuoteToKeep[][] = []
  const keep = createQuoteKeeper({
    freeze: async (fresh) => {
      frozen.push(fresh.map(({ id }) => id))
      return fresh.map(({ id }) => id.charCodeAt(0))
    },
    keep: async (quotes) => {
      if (quotes.some(({ id }) => id === bad)) throw new Error('cannot be kept')
      batches.push(quotes)
      return new Set(quotes.map(({ id }) => id).filter((id) => id !== there))
    },
  })
  return { keep, frozen, batches }
}

describe('Keeping quotes', () => {
  it('freezes a rule once, and refers to it in each quote in the order of its rules.', async () => {
    const { keep, frozen, batches } = world()
    await keep(quote('1'), rules.slice(0, 2))
    await keep(quote('2'), [...rules].reverse())
    expect(frozen).toEqual([['a', 'b'], ['c']])
    expect(batches.flat().map(({ ruleIds }) => ruleIds)).toEqual([
      [97, 98],
      [99, 98, 97],
    ])
  })

  it('writes those together that come together, and says which were there before.', async () => {
    const { keep, batches } = world({ there: '2' })
    expect(await Promise.all(['1', '2', '3'].map((id) => keep(quote(id), rules)))).toEqual([true, false, true])
    expect(batches.length).toBeLessThan(3)
  })

  it('keeps the others where one cannot be kept.', async () => {
    const { keep, batches } = world({ bad: '2' })
    const outcomes = await Promise.allSettled(['1', '2', '3'].map((id) => keep(quote(id), rules)))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(new Set(batches.flat().map(({ id }) => id))).toEqual(new Set(['1', '3']))
  })
})
