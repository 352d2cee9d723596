import { inArray, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** Asks for risk to be computed anew: of one shipment, or of all under way that pass through one of the countries. */
export const markStale = (db: Pick<Db, 'execute'>, which: { shipmentId: string } | { countries: string[] }) =>
  db.execute(
    'shipmentId' in which
      ? sql`update shipment_risk set asked = asked + 1 where shipment_id = ${which.shipmentId}`
      : sql`update shipment_risk set asked = asked + 1 where shipment_id in (
          select leg.shipment_id from leg join location on location.code in (leg.origin_code, leg.destination_code)
          where ${inArray(sql`location.country`, which.countries)})`,
  )
