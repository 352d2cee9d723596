import type { TradeRule } from '@lading/shared/domain/trade-rule'
import type { Sql } from 'postgres'

/**
 * Keeps rules as they are now, those that are not kept like that already, and answers by which ids quotes refer to them, in the same
 * order. What is kept is durable when this answers.
 */
export const freezeRules = async (sql: Sql, rules: TradeRule[]): Promise<number[]> => {
  if (rules.length === 0) return []
  const told = JSON.stringify(rules)
  await sql`
    insert into quoted_rule (hash, rule)
    select distinct on (hash) hash, value
    from jsonb_array_elements(${told}::text::jsonb), sha256(convert_to(value::text, 'UTF8')) as hash
    order by hash
    on conflict do nothing`
  const rows = await sql<{ id: number }[]>`
    select id from jsonb_array_elements(${told}::text::jsonb) with ordinality as told (value, at)
    join quoted_rule on hash = sha256(convert_to(value::text, 'UTF8')) order by at`
  return rows.map(({ id }) => id)
}

/** Rules that were kept, in the order of their ids as they are given. */
export const frozenRules = async (sql: Sql, ids: number[]): Promise<TradeRule[]> => {
  const rows = await sql<{ rule: TradeRule }[]>`
    select rule from unnest(${`{${ids.join()}}`}::text::integer[]) with ordinality as told (id, at) join quoted_rule using (id) order by at`
  return rows.map(({ rule }) => rule)
}
