import type { NewTradeRule, TradeRule, TradeRuleOutcome } from '@lading/shared/contract/trade-rule'
import { countriesOf } from '@lading/shared/domain/customs-territory'
import type { Issue } from '@lading/shared/issue/issue'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import { DomainError } from '../domain-error.ts'
import { inParts } from '../in-parts.ts'
import type { Db, Transaction } from '../open.ts'
import { markStale } from '../risk/mark-stale.ts'
import { tradeRule } from '../schema/trade-rule.ts'
import { noTradeRule } from './list.ts'
import { selectTradeRules, toTradeRule } from './to-trade-rule.ts'
import { touchedBy } from './touched-by.ts'

type Row = typeof tradeRule.$inferSelect
export type Options = Who & { preview: boolean }

/**
 * Keeps rules, all of them or none: a new one, or a new version of the one with its key. What was in force of that one on the first day
 * of the new version ends on the day before; versions that begin later stay, and the new one ends before them. The same told twice is
 * there once. In a preview everything is done and undone.
 */
export const recordTradeRules = (db: Db, wanted: NewTradeRule[], options: Options): Promise<TradeRuleOutcome> =>
  inPreview(db, options, async (tx) => {
    const keys = [...new Set(wanted.map(({ key }) => key))]
    const versions = new Map<string, Row[]>()
    for (const part of inParts(keys)) {
      const rows = await tx.select().from(tradeRule).where(inArray(tradeRule.key, part)).orderBy(asc(tradeRule.version))
      for (const row of rows) versions.set(row.key, [...(versions.get(row.key) ?? []), row])
    }
    refuseChanged(wanted, versions)
    const [added, endedIds]: [Row[], Map<string, string>] = [[], new Map()]
    let unchanged = 0
    for (const rule of wanted.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0))) {
      const own = versions.get(rule.key) ?? []
      if (own.some((known) => isSame(known, rule))) {
        unchanged++
        continue
      }
      const next = own
        .filter((known) => known.validFrom > rule.validFrom && !isWithdrawn(known))
        .map(({ validFrom }) => validFrom)
        .sort()[0]
      for (const known of own) {
        if (known.validFrom > rule.validFrom || isWithdrawn(known)) continue
        if (known.validTo !== null && known.validTo < rule.validFrom) continue
        known.validTo = dayBefore(rule.validFrom)
        endedIds.set(known.id, known.validTo)
      }
      const row = rowOf(rule, (own.at(-1)?.version ?? 0) + 1, next, options)
      added.push(row)
      versions.set(rule.key, [...own, row])
    }
    for (const part of inParts(added)) await tx.insert(tradeRule).values(part)
    const earlier = [...endedIds].filter(([id]) => !added.some((row) => row.id === id))
    for (const [id, validTo] of earlier) await end(tx, id, validTo, options)
    return { added: added.map(({ id }) => id), ended: earlier.map(([id]) => id), unchanged }
  })

/** Sets the last day of a version; a day before its first one withdraws it. */
export const endTradeRule = (db: Db, id: string, lastDay: string, options: Options): Promise<TradeRuleOutcome> =>
  inPreview(db, options, async (tx) => {
    const [found] = await tx.select().from(tradeRule).where(eq(tradeRule.id, id))
    if (!found) throw noTradeRule()
    if (isWithdrawn(found) || (found.validTo !== null && found.validTo <= lastDay))
      throw new DomainError('trade-rule-changed', `It ends on ${found.validTo} already.`, [
        { path: '/lastDay', message: 'is not before that' },
      ])
    await end(tx, id, lastDay < found.validFrom ? dayBefore(found.validFrom) : lastDay, options)
    return { added: [], ended: [id], unchanged: 0 }
  })

/** Puts what an earlier version said into force again, as a new version. */
export const reinstateTradeRule = async (db: Db, id: string, validFrom: string, options: Options): Promise<TradeRuleOutcome> => {
  const [found] = await db.select().from(tradeRule).where(eq(tradeRule.id, id))
  if (!found) throw noTradeRule()
  const { key, destination, origins, hsPrefix, terms, source, sourceUrl, isExample } = found
  return recordTradeRules(db, [{ key, destination, origins, hsPrefix, terms, source, sourceUrl, isExample, validFrom }], options)
}

const end = (tx: Transaction, id: string, validTo: string, { userId, now }: Who) =>
  tx.update(tradeRule).set({ validTo, endedAt: now, endedBy: userId }).where(eq(tradeRule.id, id))

class Undone extends Error {}

/** Does it with nobody else changing rules meanwhile, and says what came of it; the risk of goods that pass there is looked at anew. In a preview nothing stays. */
const inPreview = async (
  db: Db,
  { preview }: Options,
  work: (tx: Transaction) => Promise<{ added: string[]; ended: string[]; unchanged: number }>,
): Promise<TradeRuleOutcome> => {
  let outcome: TradeRuleOutcome | undefined
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`lock table ${tradeRule} in share row exclusive mode`)
      const { added, ended, unchanged } = await work(tx)
      const rules = await readRules(tx, [...added, ...ended])
      const read = (ids: string[]) => ids.flatMap((id) => rules.get(id) ?? [])
      outcome = { preview, added: read(added), ended: read(ended), unchanged, touched: await touchedBy(tx, [...added, ...ended]) }
      if (preview) throw new Undone()
      const countries = [...rules.values()].flatMap(({ destination }) => countriesOf(destination))
      if (countries.length > 0) await markStale(tx, { countries: [...new Set(countries)] })
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return outcome as TradeRuleOutcome
}

const readRules = async (tx: Transaction, ids: string[]) => {
  const rules = new Map<string, TradeRule>()
  for (const part of inParts(ids))
    for (const row of await selectTradeRules(tx, inArray(tradeRule.id, part))) rules.set(row.rule.id, toTradeRule(row))
  return rules
}

const refuseChanged = (wanted: NewTradeRule[], versions: Map<string, Row[]>) => {
  const issues = wanted.flatMap(({ key, version }, index): Issue[] => {
    const last = versions.get(key)?.at(-1)?.version ?? 0
    return version === undefined || version === last
      ? []
      : [{ path: wanted.length === 1 ? '/version' : `/rules/${index}/version`, message: `is ${last} now` }]
  })
  if (issues.length > 0) throw new DomainError('trade-rule-changed', 'Somebody changed it meanwhile. Look at it again.', issues)
}

const isWithdrawn = ({ validFrom, validTo }: Row) => validTo !== null && validTo < validFrom

const rowOf = (rule: NewTradeRule, version: number, next: string | undefined, { userId, now }: Who): Row => {
  const {
    key,
    destination,
    origins = [],
    hsPrefix = '',
    terms,
    source,
    sourceUrl = null,
    isExample = false,
    validFrom,
    validTo = null,
  } = rule
  const before = next === undefined ? null : dayBefore(next)
  return {
    ...{ id: crypto.randomUUID(), key, version, kind: terms.kind, destination, origins, hsPrefix, terms, source, sourceUrl, isExample },
    ...{ validFrom, validTo: before !== null && (validTo === null || before < validTo) ? before : validTo },
    ...{ recordedAt: now, recordedBy: userId, endedAt: null, endedBy: null },
  }
}

/** Whether a version says this already. Where no last day is told, the one that came of a later version is as good. */
const isSame = (known: Row, rule: NewTradeRule) =>
  known.validFrom === rule.validFrom &&
  !isWithdrawn(known) &&
  (rule.validTo == null || rule.validTo === known.validTo) &&
  written(known) === written({ origins: [], hsPrefix: '', sourceUrl: null, isExample: false, ...rule })

type Said = Pick<Row, 'destination' | 'origins' | 'hsPrefix' | 'terms' | 'source' | 'sourceUrl' | 'isExample'>
/** PostgreSQL gives the fields of a JSON value back in an order of its own. */
const written = ({ destination, origins, hsPrefix, terms, source, sourceUrl, isExample }: Said) =>
  JSON.stringify(inOrder([destination, origins, hsPrefix, terms, source, sourceUrl, isExample]))

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]))
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
