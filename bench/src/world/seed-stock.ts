import type { Database } from '@lading/store/postgres/open'

export const seededProducts = 100
export const seededWarehouses = 10

/** A hundred products in ten warehouses, each with terms and a plan for six weeks. */
export const seedStock = async ({ sql }: Database) => {
  for (const statement of statements) await sql.unsafe(statement)
}

const keys = `(select sku as product, code as warehouse from product cross join warehouse) keys`

const statements = [
  `insert into location (code, name, kind, country, lat, lon, zone, geofence_radius_km)
   select 'BENCH-WH-' || n, 'Warehouse ' || n, 'warehouse', 'NL', 52, 5 + n / 10.0, 'Europe/Amsterdam', 1 from generate_series(1, ${seededWarehouses}) n`,
  `insert into warehouse (code, created_at) select 'BENCH-WH-' || n, now() from generate_series(1, ${seededWarehouses}) n`,
  `insert into product (sku, name, unit, pack_size, minimum_order, cost_minor_units, currency, created_at)
   select 'SKU-' || lpad(n::text, 4, '0'), 'Product ' || n, 'piece', 6, 12, 999, 'EUR', now() from generate_series(1, ${seededProducts}) n`,
  `insert into stock_level (product, warehouse, on_hand, looked_at) select product, warehouse, 100, now() from ${keys}`,
  `insert into supply_terms (product, warehouse, supplier, lead_time_days, lead_time_sd_days, review_days, policy, service, service_level,
     order_cost_minor_units, holding_share)
   select product, warehouse, 'Shenzhen Bright Works', 30, 5, 7, 'min-max', 'cycle', 0.95, 5000, 0.2 from ${keys}`,
  `insert into stock_plan (product, warehouse, computed_at, policy, projection, stock_out_probability, days_of_cover, excess, is_dead)
   select product, warehouse, now(), '{"protectionDays":37,"demandMean":40,"demandSd":9,"demandPerDay":1.1,"cycleService":0.95,"fillRate":null,"safetyStock":15,"reorderPoint":55,"orderUpTo":90,"orderQuantity":36,"distribution":"normal","limits":[]}',
     (select jsonb_agg(jsonb_build_object('day', current_date + d, 'p10', 80 - d, 'p50', 90 - d, 'p90', 100 - d, 'stockOutProbability', d / 100.0))
      from generate_series(0, 41) d),
     random(), 40, 0, false from ${keys}`,
]
