import type { TradeRule } from '@lading/shared/domain/trade-rule'
import type { Sql } from 'postgres'
import { textArray } from '../array-literal.ts'
import { placesOf } from './list.ts'

export type RulesOfPrefixes = { version: string | undefined; rules: TradeRule[] }

/** Rules that are in force somewhere on a day and name exactly one of these prefixes, and as of which version of all rules. */
export const rulesOfPrefixes = async (
  sql: Sql,
  { destination, day, prefixes }: { destination: string; day: string; prefixes: string[] },
): Promise<RulesOfPrefixes> => {
  // One statement sees one moment: the version is that of these rules.
  const [row] = await sql<[{ version: string | null; rules: TradeRule[] | null }]>`
    select (select version from told_version where name = 'trade_rule') as version, (
      select json_agg(json_build_object('id', id, 'key', key, 'version', version, 'destination', destination, 'origins', origins,
        'hsPrefix', hs_prefix, 'terms', terms, 'source', source, 'sourceUrl', source_url, 'validFrom', valid_from, 'validTo', valid_to)
        order by hs_prefix, key, version)
      from trade_rule
      where destination = any(${textArray(placesOf(destination))}::text::text[]) and hs_prefix = any(${textArray(prefixes)}::text::text[])
        and valid_from <= ${day}::text::date and (valid_to is null or valid_to >= ${day}::text::date)) as rules`
  return { version: row.version ?? undefined, rules: row.rules ?? [] }
}
