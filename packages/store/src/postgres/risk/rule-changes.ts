import { membersOf } from '@lading/shared/domain/customs-territory'
import type { TradeRuleKind } from '@lading/shared/domain/trade-rule'
import { sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import type { Db } from '../open.ts'

/** A rule that changed after a shipment was announced, and applies to its goods on the day they are expected. */
export type RuleChange = {
  shipmentId: string
  ruleId: string
  key: string
  kind: TradeRuleKind
  version: number
  destination: string
  source: string
  validFrom: string
  recordedAt: Date
}

type Row = Omit<RuleChange, 'recordedAt'> & { recordedAtMs: number }

/**
 * Of these shipments: later versions of rules, and what is forbidden, restricted or asked for since. Where goods were made is not known of
 * a shipment: they count as being from where it began, as in the preview of a change.
 */
export const ruleChangesOf = async (db: Db, shipmentIds: string[]): Promise<RuleChange[]> => {
  const territories = sql.join(
    membersOf.map(([territory, country]) => sql`(${territory}, ${country})`),
    sql`, `,
  )
  const rows = await db.execute<Row>(sql`
    with member (territory, country) as (values ${territories}),
    under_way as (
      select shipment.id, shipment.created_at, coalesce(eta_p50, promised_at)::date as expected,
        array(select start.country union all select territory from member where member.country = start.country) as starts,
        array(select finish.country union all select territory from member where member.country = finish.country) as ends
      from shipment join location start on start.code = origin_code join location finish on finish.code = destination_code
      where shipment.id = any(${textArray(shipmentIds)}::text::uuid[])
    ),
    goods as (
      select distinct under_way.*, array(select left(hs_code, length) from generate_series(0, length(hs_code)) as length) as prefixes
      from under_way join shipment_item on shipment_item.shipment_id = under_way.id
      where not starts && ends
    )
    select distinct on (goods.id, rule.id) goods.id as "shipmentId", rule.id as "ruleId", rule.key, rule.kind::text, rule.version,
      rule.destination, rule.source, rule.valid_from::text as "validFrom", extract(epoch from rule.recorded_at)::float8 * 1000 as "recordedAtMs"
    from goods join trade_rule rule on rule.destination = any(ends) and rule.hs_prefix = any(prefixes)
    where rule.recorded_at > goods.created_at and (rule.version > 1 or rule.kind in ('prohibition', 'restriction', 'document'))
      and (cardinality(rule.origins) = 0 or rule.origins && starts)
      and (expected is null or (expected >= rule.valid_from and (rule.valid_to is null or expected <= rule.valid_to)))
      and (rule.valid_to is null or rule.valid_to >= rule.valid_from)
    order by goods.id, rule.id`)
  return rows.map(({ recordedAtMs, ...row }) => ({ ...row, recordedAt: new Date(recordedAtMs) }))
}
