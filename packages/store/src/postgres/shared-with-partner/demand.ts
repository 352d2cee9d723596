import { sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import type { Db } from '../open.ts'
import type { KeptQuantiles } from '../schema/demand.ts'
import { namesAs, type Sharing } from './takes-part.ts'

export type SharedForecast = {
  product: string
  productName: string
  warehouseName: string
  country: string
  computedAt: Date
  from: string
  mean: number[]
  quantiles: KeptQuantiles
  cumulative: KeptQuantiles
}

/** The newest forecasts of what a supplier supplies, by the terms of a product in a warehouse. */
export const sharedForecasts = async (db: Db, partner: Sharing): Promise<SharedForecast[]> => {
  const rows = await db.execute<Omit<SharedForecast, 'computedAt'> & { computedAt: string }>(sql`
    select terms.product, product.name as "productName", location.name as "warehouseName", location.country, newest.*
    from supply_terms terms
    join product on product.sku = terms.product
    join location on location.code = terms.warehouse
    join lateral (
      select computed_at as "computedAt", from_day::text as from, mean, quantiles, cumulative from demand_forecast f
      where f.product = terms.product and f.warehouse = terms.warehouse order by computed_at desc limit 1
    ) newest on true
    where lower(terms.supplier) = any(${textArray(namesAs(partner, 'supplier'))}::text[])
    order by product.name, terms.product, location.name`)
  return rows.map((row) => ({ ...row, computedAt: new Date(row.computedAt) }))
}
