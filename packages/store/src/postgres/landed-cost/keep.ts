import type { Sql } from 'postgres'
import { textArray } from '../array-literal.ts'
import type { Asker, Idempotency } from './quote.ts'

/** A quote as it is kept: what is asked and what it costs in JSON, as they were told. */
export type QuoteToKeep = {
  id: string
  asker: Asker
  madeAt: string
  validUntil: string
  request: string
  cost: string
  ruleIds: number[]
  idempotency: Idempotency | undefined
}

/** Keeps quotes, all of them or none, but those whose key came with one that is there already. Answers which are kept. */
export const keepQuotes = async (sql: Sql, quotes: QuoteToKeep[]): Promise<Set<string>> => {
  const column = (of: (quote: QuoteToKeep) => string | undefined) => textArray(quotes.map(of))
  const rows = await sql<{ id: string }[]>`
    insert into landed_cost_quote
      (id, made_by, made_with, made_at, valid_until, request, cost, rule_ids, idempotency_key, body_hash)
    select id, made_by, made_with, made_at, valid_until, request::jsonb, cost::jsonb, rule_ids::integer[], idempotency_key, body_hash
    from unnest(
      ${column(({ id }) => id)}::text::uuid[],
      ${column(({ asker }) => ('userId' in asker ? asker.userId : undefined))}::text::uuid[],
      ${column(({ asker }) => ('apiKeyId' in asker ? asker.apiKeyId : undefined))}::text::uuid[],
      ${column(({ madeAt }) => madeAt)}::text::timestamptz[],
      ${column(({ validUntil }) => validUntil)}::text::timestamptz[],
      ${column(({ request }) => request)}::text::text[],
      ${column(({ cost }) => cost)}::text::text[],
      ${column(({ ruleIds }) => `{${ruleIds.join()}}`)}::text::text[],
      ${column(({ idempotency }) => idempotency?.key)}::text::text[],
      ${column(({ idempotency }) => idempotency?.bodyHash)}::text::text[]
    ) as told (id, made_by, made_with, made_at, valid_until, request, cost, rule_ids, idempotency_key, body_hash)
    on conflict do nothing
    returning id`
  return new Set(rows.map(({ id }) => id))
}
