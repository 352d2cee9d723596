import type { TradeRuleOutcome } from '@lading/shared/contract/trade-rule'
import { membersOf } from '@lading/shared/domain/customs-territory'
import { isFinished, shipmentStates } from '@lading/shared/domain/shipment-state'
import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { shipment } from '../schema/shipment.ts'
import { tradeRule } from '../schema/trade-rule.ts'

const open = shipmentStates.filter((state) => !isFinished(state))
const shownMost = 100

type Row = { id: string; trackingNumber: string; keys: string[]; shipments: number }

/**
 * Shipments that have not arrived and to whose goods one of these rules applies. Where goods were made is not known of a shipment: they
 * count as being from where it began. One that is expected before or after a rule is in force is not touched by it; what ended counts
 * from the day after.
 */
export const touchedBy = async (tx: Transaction, ruleIds: string[]): Promise<TradeRuleOutcome['touched']> => {
  if (ruleIds.length === 0) return { shipments: 0, items: [] }
  const territories = sql.join(
    membersOf.map(([territory, country]) => sql`(${territory}, ${country})`),
    sql`, `,
  )
  const rows = await tx.execute<Row>(sql`
    with member (territory, country) as (values ${territories}),
    changed as (
      select key, hs_prefix, origins, destination,
        case when ended_at is null then valid_from else coalesce(valid_to + 1, valid_from) end as from_day,
        case when ended_at is null then valid_to end as to_day
      from ${tradeRule} where ${inArray(tradeRule.id, ruleIds)}
    ),
    under_way as (
      select ${shipment.id} as id, tracking_number, coalesce(eta_p50, promised_at)::date as expected,
        start.country as from_country, finish.country as to_country
      from ${shipment} join location start on start.code = origin_code join location finish on finish.code = destination_code
      where ${inArray(shipment.state, open)}
    ),
    touched as (
      select distinct under_way.id, tracking_number, key
      from changed
      join under_way on (destination = to_country or exists (select from member where territory = destination and country = to_country))
        and (cardinality(origins) = 0 or from_country = any (origins)
          or exists (select from member where territory = any (origins) and country = from_country))
        and (expected is null or (expected >= from_day and (to_day is null or expected <= to_day)))
        and not (from_country = to_country
          or exists (select from member one join member other using (territory) where one.country = from_country and other.country = to_country))
      join shipment_item on shipment_item.shipment_id = under_way.id and starts_with(hs_code, hs_prefix)
    )
    select id, tracking_number as "trackingNumber", array_agg(key order by key) as keys, (count(*) over ())::int as shipments
    from touched group by id, tracking_number order by tracking_number limit ${shownMost}`)
  return { shipments: rows[0]?.shipments ?? 0, items: rows.map(({ id, trackingNumber, keys }) => ({ id, trackingNumber, keys })) }
}
