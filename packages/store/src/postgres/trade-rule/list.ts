import type { TradeRule, TradeRuleQuery } from '@lading/shared/contract/trade-rule'
import { territoryOf } from '@lading/shared/domain/customs-territory'
import type { TradeRule as Rule } from '@lading/shared/domain/trade-rule'
import { and, asc, desc, eq, gte, ilike, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { containing } from '../conditions.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { type Cursor, oneMoreThan, readCursor, toPage } from '../page.ts'
import { tradeRule } from '../schema/trade-rule.ts'
import { selectTradeRules, toTradeRule } from './to-trade-rule.ts'

/** A country, and the territory that its rules may be said of. */
export const placesOf = (country: string) => [...new Set([country, territoryOf(country)])]

const inForce = (day: string) => and(lte(tradeRule.validFrom, day), or(isNull(tradeRule.validTo), gte(tradeRule.validTo, day)))
/** Withdrawn ones are none of them. */
const notOver = (today: string) =>
  or(isNull(tradeRule.validTo), and(gte(tradeRule.validTo, today), gte(tradeRule.validTo, sql`${tradeRule.validFrom}`)))

// Of those that are listed, no two of a rule begin on the same day: one of them would be withdrawn.
const beyond = ({ at, id }: Cursor) => sql`(${tradeRule.key}, ${tradeRule.validFrom}) > (${id}, ${at.toISOString().slice(0, 10)}::date)`

/** Versions that are in force on a day or, without one, today or later; in the order of their keys, those of one by their first day. */
export const listTradeRules = async (db: Db, query: TradeRuleQuery, today: string) => {
  const { limit = 50, cursor, at, kind, destination, origin, hs, q } = query
  const rows = await selectTradeRules(
    db,
    and(
      at ? inForce(at) : notOver(today),
      kind?.length ? inArray(tradeRule.kind, kind) : undefined,
      destination ? inArray(tradeRule.destination, placesOf(destination)) : undefined,
      origin
        ? or(eq(sql`cardinality(${tradeRule.origins})`, 0), sql`${tradeRule.origins} && ${sql.param(placesOf(origin), tradeRule.origins)}`)
        : undefined,
      hs ? sql`starts_with(${hs}, ${tradeRule.hsPrefix})` : undefined,
      q ? or(ilike(tradeRule.key, containing(q)), ilike(tradeRule.source, containing(q))) : undefined,
      cursor ? beyond(readCursor(cursor)) : undefined,
    ),
  )
    .orderBy(asc(tradeRule.key), asc(tradeRule.validFrom))
    .limit(oneMoreThan(limit))
  return toPage(rows, limit, toTradeRule, ({ rule }) => ({ at: new Date(rule.validFrom), id: rule.key }))
}

export const getTradeRule = async (db: Db, id: string): Promise<TradeRule> => {
  const [found] = await selectTradeRules(db, eq(tradeRule.id, id))
  if (!found) throw noTradeRule()
  return toTradeRule(found)
}

/** All versions of the rule that one belongs to, the last first. */
export const historyOf = async (db: Db, id: string): Promise<TradeRule[]> => {
  const { key } = await getTradeRule(db, id)
  const rows = await selectTradeRules(db, eq(tradeRule.key, key)).orderBy(desc(tradeRule.version))
  return rows.map(toTradeRule)
}

/** Rules on a day that may have a part in what goods of these codes cost somewhere. */
export const rulesFor = async (
  db: Db,
  { destination, day, hsCodes }: { destination: string; day: string; hsCodes: string[] },
): Promise<Rule[]> => {
  // Every beginning of a code that a rule may name: an index finds them, where a comparison with each rule would read all of them.
  const prefixes = [...new Set(hsCodes.flatMap((code) => Array.from({ length: code.length - 1 }, (_, index) => code.slice(0, index + 2))))]
  return db
    .select({
      ...{ id: tradeRule.id, key: tradeRule.key, version: tradeRule.version, destination: tradeRule.destination },
      ...{ origins: tradeRule.origins, hsPrefix: tradeRule.hsPrefix, terms: tradeRule.terms, source: tradeRule.source },
      ...{ sourceUrl: tradeRule.sourceUrl, validFrom: tradeRule.validFrom, validTo: tradeRule.validTo },
    })
    .from(tradeRule)
    .where(and(inArray(tradeRule.destination, placesOf(destination)), inArray(tradeRule.hsPrefix, ['', ...prefixes]), inForce(day)))
}

export const noTradeRule = () => new DomainError('trade-rule-not-found', 'There is no such rule.')
