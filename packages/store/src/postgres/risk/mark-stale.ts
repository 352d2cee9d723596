import { inArray, type SQL, sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import type { Db } from '../open.ts'

type Which = { shipmentId: string } | { countries: string[] } | { carriers: string[] }

/**
 * Asks for risk to be computed anew: of one shipment, of all under way that pass through one of the countries, or of all that one of the
 * carriers takes, by names as they are compared. Locked in one order, so that two who ask do not wait for each other.
 */
export const markStale = (db: Pick<Db, 'execute'>, which: Which) =>
  db.execute(sql`
    with stale as (select shipment_id from shipment_risk where ${isOne(which)} order by shipment_id for update)
    update shipment_risk set asked = asked + 1 from stale where shipment_risk.shipment_id = stale.shipment_id`)

const isOne = (which: Which): SQL => {
  if ('shipmentId' in which) return sql`shipment_id = ${which.shipmentId}`
  if ('carriers' in which)
    return sql`shipment_id in (
      select leg.shipment_id from leg where lower(trim(leg.carrier)) = any(${textArray(which.carriers)}::text::text[]))`
  return sql`shipment_id in (
    select leg.shipment_id from leg join location on location.code in (leg.origin_code, leg.destination_code)
    where ${inArray(sql`location.country`, which.countries)})`
}
