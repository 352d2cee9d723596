import type { StockLine } from '@lading/shared/contract/stock-plan'
import { likelyShort, type ProposalKind } from '@lading/shared/domain/stock'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

type Row = Omit<StockLine, 'computedAt' | 'atRiskSince' | 'proposals'> & {
  computedAt: string | null
  atRiskSince: string | null
  proposals: ProposalKind[] | null
}

/** Every product in every warehouse that has it or is to have it, those that are most likely to run out first. */
export const listStock = async (
  db: Db,
  { product, warehouse, atRisk = false }: { product?: string; warehouse?: string; atRisk?: boolean },
): Promise<StockLine[]> => {
  const rows = await db.execute<Row>(sql`
    with keys as (
      select product, warehouse from stock_level union select product, warehouse from supply_terms
    ), reserved as (
      select product, warehouse, sum(quantity)::int as quantity from (
        select product, warehouse, quantity from stock_reservation
        union all select product, from_warehouse, quantity from stock_transfer where state = 'planned'
      ) as each group by 1, 2
    ), shipped as (
      select shipment_item.product, destination_code as warehouse, reference, sum(quantity)::int as quantity
      from shipment join shipment_item on shipment_item.shipment_id = shipment.id
      where shipment_item.product is not null and state not in ('delivered', 'expired') group by 1, 2, 3
    ), ordered as (
      select line.product, purchase_order.warehouse,
        greatest(0, line.quantity - line.received - coalesce(shipped.quantity, 0)) as quantity
      from purchase_order join purchase_order_line line on line.order_id = purchase_order.id
      left join shipped on shipped.product = line.product and shipped.warehouse = purchase_order.warehouse and reference = number
      where state not in ('received', 'cancelled')
    ), transferred as (
      select transfer.product, to_warehouse as warehouse, greatest(0, transfer.quantity - coalesce(shipped.quantity, 0)) as quantity
      from stock_transfer transfer
      left join shipped on shipped.product = transfer.product and shipped.warehouse = to_warehouse and reference = number
      where state in ('planned', 'under-way')
    ), coming as (
      select product, warehouse, sum(quantity)::int as quantity from (
        select product, warehouse, quantity from shipped union all select * from ordered union all select * from transferred
      ) as each group by 1, 2
    ), proposed as (
      select product, warehouse, array_agg(kind::text order by kind) as kinds from stock_proposal where state = 'open' group by 1, 2
    )
    select keys.product, product.name as "productName", unit, keys.warehouse, location.name as "warehouseName",
      coalesce(on_hand, 0) as "onHand", coalesce(reserved.quantity, 0) as reserved,
      coalesce(coming.quantity, 0) as "inTransit",
      days_of_cover as "daysOfCover", stock_out_probability as "stockOutProbability",
      coalesce(excess, 0) as excess, coalesce(is_dead, false) as "isDead", kinds as proposals,
      at_risk_since as "atRiskSince", stock_plan.computed_at as "computedAt"
    from keys
    join product on product.sku = keys.product
    join location on location.code = keys.warehouse
    left join stock_level using (product, warehouse)
    left join reserved using (product, warehouse)
    left join coming using (product, warehouse)
    left join proposed using (product, warehouse)
    left join stock_plan using (product, warehouse)
    where (${product ?? null}::text is null or keys.product = ${product ?? null})
      and (${warehouse ?? null}::text is null or keys.warehouse = ${warehouse ?? null})
      and (not ${atRisk}::boolean or stock_out_probability >= ${likelyShort} or on_hand < 0)
    order by stock_out_probability desc nulls last, days_of_cover nulls last, keys.product, keys.warehouse`)
  return rows.map(({ computedAt, atRiskSince, proposals, ...row }) => ({
    ...row,
    proposals: proposals ?? [],
    atRiskSince: instantOf(atRiskSince),
    computedAt: instantOf(computedAt),
  }))
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text).toISOString())
