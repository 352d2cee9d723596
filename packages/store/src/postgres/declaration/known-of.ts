import type { Declaration, DeclaredBefore, UsualValue } from '@lading/shared/domain/declaration-check'
import { sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import type { Db } from '../open.ts'
import { rulesFor } from '../trade-rule/list.ts'

/** So many lines tell enough of what is usual. */
const linesMost = 5_000

/** The words of a description that a search by parts of words can use. */
const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}]+/gu) ?? []

/** What there is to know of goods that are going to be declared: rules of trade, and what was declared before; not by the shipment itself. */
export const knownOf = async (db: Db, declaration: Declaration, { now, except }: { now: Date; except?: string }) => {
  const { country: destination, lines, arrivesOn } = declaration
  const hsCodes = [...new Set(lines.map(({ hsCode }) => hsCode))]
  const [tradeRules, declaredBefore, usualValues] = await Promise.all([
    rulesFor(db, { destination, day: arrivesOn ?? now.toISOString().slice(0, 10), hsCodes }),
    declaredAs(db, [...new Set(lines.flatMap(({ description }) => wordsIn(description)))].slice(0, 100), except),
    usualValuesOf(db, lines, except),
  ])
  return { tradeRules, declaredBefore, usualValues, now }
}

const others = (except: string | undefined) => (except ? sql`and item.shipment_id <> ${except}` : sql``)

const declaredAs = async (db: Db, words: string[], except: string | undefined): Promise<DeclaredBefore[]> => {
  if (words.length === 0) return []
  const patterns = words.map((word) => `%${word}%`)
  return db.execute<DeclaredBefore>(sql`
    select lower(description) as description, heading, count(*)::int as lines, to_char(max(created_at) at time zone 'UTC', 'YYYY-MM-DD') as "lastOn"
    from (
      select item.description, left(item.hs_code, 4) as heading, shipment.created_at
      from shipment_item item join shipment on shipment.id = item.shipment_id
      where item.description ilike any (${textArray(patterns)}::text[]) ${others(except)}
      limit ${linesMost}
    ) declared
    group by 1, 2`)
}

/** By product and by subheading, of a piece and of a kilogram, in each currency: the middle of the logarithms, and how far they lie from it. */
const usualValuesOf = async (db: Db, lines: Declaration['lines'], except: string | undefined): Promise<UsualValue[]> => {
  const codes = [...new Set(lines.map(({ hsCode }) => hsCode.slice(0, 6)))]
  const products = [...new Set(lines.flatMap(({ product }) => product ?? []))]
  if (codes.length === 0) return []
  return db.execute<UsualValue>(sql`
    with declared as (
      select item.product, left(item.hs_code, 6) as subheading, item.currency, item.value_minor_units::float8 as value, item.quantity,
        item.weight_kg, shipment.created_at
      from shipment_item item join shipment on shipment.id = item.shipment_id
      where (left(item.hs_code, 6) = any (${textArray(codes)}::text[]) or item.product = any (${textArray(products)}::text[]))
        and item.value_minor_units > 0 ${others(except)}
      limit ${linesMost}
    ), unit as (
      select 'piece' as of, key, currency, ln(value / quantity) as price, created_at
      from declared cross join lateral (values (product), (subheading)) keys (key) where key is not null
      union all
      select 'kilogram', key, currency, ln(value / weight_kg), created_at
      from declared cross join lateral (values (product), (subheading)) keys (key) where key is not null and weight_kg > 0
    ), middle as (
      select of, key, currency, count(*)::int as lines, percentile_cont(0.5) within group (order by price) as median, max(created_at) as last_at
      from unit group by 1, 2, 3
    )
    select middle.of, middle.key, middle.currency, middle.lines, middle.median,
      percentile_cont(0.5) within group (order by abs(unit.price - middle.median)) as deviation,
      to_char(middle.last_at at time zone 'UTC', 'YYYY-MM-DD') as "lastOn"
    from middle join unit using (of, key, currency)
    group by middle.of, middle.key, middle.currency, middle.lines, middle.median, middle.last_at`)
}
