import type { TradeRule } from '@lading/shared/domain/trade-rule'
import type { RulesOfPrefixes } from '@lading/store/postgres/trade-rule/rules-of-prefixes'
import type { ToldVersions } from './told-versions.ts'

type Goods = { destination: string; day: string; hsCodes: string[] }
type Load = (wanted: { destination: string; day: string; prefixes: string[] }) => Promise<RulesOfPrefixes>

/** Prefixes, of all places and days; a tariff has some ten thousand. */
const mostPrefixes = 100_000
const attempts = 3

/**
 * Rules that may have a part in what goods cost, kept in memory by place, day and the prefix that they name, until anybody tells another
 * rule. What is answered are the rules of one moment, and the same objects for the same rules: nobody may change them.
 */
export const createKnownRules = ({ load, versions }: { load: Load; versions: ToldVersions }) => {
  let version: string | undefined
  let size = 0
  const known = new Map<string, Map<string, TradeRule[]>>()

  const forgetAll = (next: string | undefined) => {
    known.clear()
    size = 0
    version = next
  }

  const learn = (of: Map<string, TradeRule[]>, prefixes: string[], rules: TradeRule[]) => {
    for (const prefix of prefixes) of.set(prefix, [])
    for (const rule of rules) of.get(rule.hsPrefix)?.push(rule)
    size += prefixes.length
  }

  return async ({ destination, day, hsCodes }: Goods): Promise<TradeRule[]> => {
    const prefixes = prefixesOf(hsCodes)
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { trade_rule: current } = await versions.current()
      if (current !== version || size > mostPrefixes) forgetAll(current)
      const place = `${destination} ${day}`
      const own = known.get(place) ?? new Map<string, TradeRule[]>()
      known.set(place, own)
      const missing = prefixes.filter((prefix) => !own.has(prefix))
      if (missing.length === 0) return prefixes.flatMap((prefix) => own.get(prefix) as TradeRule[])
      const loaded = await load({ destination, day, prefixes: missing })
      if (loaded.version !== version) versions.doubt()
      // Whoever else asked meanwhile may have learnt the same, or forgotten everything.
      else if (known.get(place) === own)
        learn(
          own,
          missing.filter((prefix) => !own.has(prefix)),
          loaded.rules,
        )
    }
    // Rules keep changing while they are looked at: those of one moment, and nothing is kept of it.
    return (await load({ destination, day, prefixes })).rules
  }
}

/** Every beginning of a code that a rule may name, and the one that is for all goods. */
const prefixesOf = (hsCodes: string[]) => [
  ...new Set(['', ...hsCodes.flatMap((code) => Array.from({ length: code.length - 1 }, (_, index) => code.slice(0, index + 2)))]),
]
