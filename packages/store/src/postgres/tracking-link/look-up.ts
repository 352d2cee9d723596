import type { Sql } from 'postgres'
import { padded } from '../padded.ts'
import { everyShipment } from '../schema/shown-change.ts'

/** What a link shows until it expires, and which version of it: another one after every change of what a consumer is shown. */
export type LinkFound = { shipmentId: string; version: string; expiresAt: Date }

/** What links show at one moment of the database, and which shipments' pages changed since an earlier one: some, or any. */
export type LinksNow = { moment: string; changed: string[] | 'any'; found: Map<string, LinkFound> }

/** What links show now, by the hashes of their tokens, and what changed since an earlier `moment`, all of it as of one moment. */
export const lookUpLinks = async (sql: Sql, hashes: string[], since: string | undefined, now = new Date()): Promise<LinksNow> => {
  const [row] = await sql<[{ moment: string; changed: string[] | null; found: [string, string, string, string][] | null }]>`
    select pg_current_snapshot()::text as "moment",
      ${since === undefined ? sql`null` : changedSince(sql, since)} as "changed",
      ${hashes.length === 0 ? sql`null` : linksFound(sql, hashes, now)} as "found"`
  return {
    moment: row.moment,
    changed: row.changed?.includes(everyShipment) || since === undefined ? 'any' : (row.changed ?? []),
    found: new Map(
      (row.found ?? []).map(([hash, shipmentId, version, expiresAt]) => [hash, { shipmentId, version, expiresAt: new Date(expiresAt) }]),
    ),
  }
}

/** Written by transactions that could not be seen at that moment: some of them were under way, the others began afterwards. */
const changedSince = (sql: Sql, moment: string) => sql`array(
  select distinct shipment_id from shown_change
  where changed_in >= pg_snapshot_xmin(${moment}::pg_snapshot) and not pg_visible_in_snapshot(changed_in, ${moment}::pg_snapshot))`

/**
 * Unknown and expired links alike are not in the answer, and take the same look-up.
 *
 * A table that this reads has a trigger that notes its changes (`shown_change`); one that is added here needs one.
 *
 * Versions are made of the versions of rows that PostgreSQL keeps itself (`xmin`, the transaction that wrote them), so that nobody who writes
 * has to think of it. Milestones, declarations and arrival times are only ever written together with the shipment's own row, which stands
 * for them. Alerts and devices matter to what is shown where temperatures were agreed on.
 */
const linksFound = (sql: Sql, hashes: string[], now: Date) => sql`(
    select json_agg(json_build_array(token_hash, shipment_id, version, expires_at)) from (
    with found as materialized (
      select token_hash, expires_at, id, concat_ws(' ', shipment.xmin,
        (select xmin from delivery_proof where shipment_id = shipment.id),
        'brand ' || (select concat(merchant.xmin, (select xmin from merchant_logo where merchant_code = merchant.code)) from merchant
          where merchant.code = shipment.merchant_code or (shipment.merchant_code is null and merchant.is_default)),
        'news ' || (select xmin from news_subscription where link_hash = token_hash),
        'duties ' || (select concat(bill.xmin, ',', (select string_agg(concat(xmin, '.', (select max(refund.xmin::text::bigint) from refund where payment_id = payment.id)), ',' order by id)
          from payment where bill_id = bill.id)) from duty_bill bill where bill.shipment_id = shipment.id and bill.withdrawn_at is null),
        case when by_factor then 'wish ' || (select string_agg(xmin::text, ',' order by id) from delivery_wish where shipment_id = shipment.id) end,
        case when temperature_min_c is not null or temperature_max_c is not null then concat_ws(' ',
          (select string_agg(xmin::text, ',' order by id) from alert where shipment_id = shipment.id),
          (select string_agg(xmin::text, ',' order by id) from assignment where shipment_id = shipment.id)) end) as version
      from tracking_link join shipment on id = shipment_id
      where token_hash in ${sql(padded(hashes))} and expires_at > ${now.toISOString()})
    select token_hash, id as shipment_id, expires_at, concat_ws(' ', version,
      string_agg(concat_ws('.', leg.xmin, origin.xmin, destination.xmin), ',' order by sequence)) as version
    from found
    join leg on leg.shipment_id = found.id
    join location origin on origin.code = leg.origin_code
    join location destination on destination.code = leg.destination_code
    group by token_hash, id, expires_at, version) as each)`
