import type { TradeRule } from '@lading/shared/domain/trade-rule'
import type { QuoteToKeep } from '@lading/store/postgres/landed-cost/keep'
import { askTogether } from '../ask-together.ts'

type Options = {
  /** Keeps rules as they are, and answers their ids. */
  freeze: (rules: TradeRule[]) => Promise<number[]>
  /** Keeps quotes and answers which are; throws where one of them cannot be. */
  keep: (quotes: QuoteToKeep[]) => Promise<Set<string>>
}

/**
 * Keeps quotes: those that come while others are being written go together in one statement. A quote is durable when this answers; it
 * answers whether it was kept, or one with the same key was there before. Rules are frozen once, before the first quote that rests on them.
 */
export const createQuoteKeeper = ({ freeze, keep }: Options) => {
  const frozen = new WeakMap<TradeRule, number>()
  const waiting = new Map<string, QuoteToKeep>()

  const idsOf = async (rules: TradeRule[]) => {
    const fresh = rules.filter((rule) => !frozen.has(rule))
    if (fresh.length > 0) for (const [index, id] of (await freeze(fresh)).entries()) frozen.set(fresh[index] as TradeRule, id)
    return rules.map((rule) => frozen.get(rule) as number)
  }

  /** What cannot be kept must not take others with it: then each goes by itself. */
  const keepAll = async (quotes: QuoteToKeep[]): Promise<Map<string, 'kept' | 'there' | { failed: unknown }>> => {
    try {
      const kept = await keep(quotes)
      return new Map(quotes.map(({ id }) => [id, kept.has(id) ? 'kept' : 'there']))
    } catch (failed) {
      const [only] = quotes
      if (only && quotes.length === 1) return new Map([[only.id, { failed }]])
      const each = await Promise.all(quotes.map((quote) => keepAll([quote])))
      return new Map(each.flatMap((one) => [...one]))
    }
  }

  const ask = askTogether((ids) => keepAll(ids.flatMap((id) => waiting.get(id) ?? [])))

  return async (quote: Omit<QuoteToKeep, 'ruleIds'>, rules: TradeRule[]): Promise<boolean> => {
    waiting.set(quote.id, { ...quote, ruleIds: await idsOf(rules) })
    try {
      const outcome = await ask(quote.id)
      if (typeof outcome === 'object') throw outcome.failed
      return outcome === 'kept'
    } finally {
      waiting.delete(quote.id)
    }
  }
}
