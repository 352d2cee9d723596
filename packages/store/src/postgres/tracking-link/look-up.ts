import type { Sql } from 'postgres'
import { padded } from '../padded.ts'

/** What a link shows, and which version of it: another one after every change of what a consumer is shown. */
export type LinkFound = { shipmentId: string; version: string }

/**
 * What links show now, by the hashes of their tokens, however many in one round trip. Unknown and expired ones alike are not in the answer,
 * and take the same look-up.
 *
 * Versions are made of the versions of rows that PostgreSQL keeps itself (`xmin`, the transaction that wrote them), so that nobody who writes
 * has to think of it. Milestones, declarations and arrival times are only ever written together with the shipment's own row, which stands
 * for them. Alerts and devices matter to what is shown where temperatures were agreed on.
 */
export const lookUpLinks = async (sql: Sql, hashes: string[], now = new Date()): Promise<Map<string, LinkFound>> => {
  const rows = await sql<{ hash: string; shipmentId: string; version: string }[]>`
    with found as materialized (
      select token_hash, id, concat_ws(' ', shipment.xmin,
        (select xmin from delivery_proof where shipment_id = shipment.id),
        'brand ' || (select concat(merchant.xmin, (select xmin from merchant_logo where merchant_code = merchant.code)) from merchant
          where merchant.code = shipment.merchant_code or (shipment.merchant_code is null and merchant.is_default)),
        'news ' || (select xmin from news_subscription where link_hash = token_hash),
        case when by_factor then 'wish ' || (select string_agg(xmin::text, ',' order by id) from delivery_wish where shipment_id = shipment.id) end,
        case when temperature_min_c is not null or temperature_max_c is not null then concat_ws(' ',
          (select string_agg(xmin::text, ',' order by id) from alert where shipment_id = shipment.id),
          (select string_agg(xmin::text, ',' order by id) from assignment where shipment_id = shipment.id)) end) as version
      from tracking_link join shipment on id = shipment_id
      where token_hash in ${sql(padded(hashes))} and expires_at > ${now.toISOString()})
    select token_hash as "hash", id as "shipmentId", concat_ws(' ', version,
      string_agg(concat_ws('.', leg.xmin, origin.xmin, destination.xmin), ',' order by sequence)) as "version"
    from found
    join leg on leg.shipment_id = found.id
    join location origin on origin.code = leg.origin_code
    join location destination on destination.code = leg.destination_code
    group by token_hash, id, version`
  return new Map(rows.map(({ hash, shipmentId, version }) => [hash, { shipmentId, version }]))
}
