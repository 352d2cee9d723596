import type { Leg, Position, Shipment } from '@lading/shared/contract/shipment'
import type { Sql } from 'postgres'
import { place } from './as-json.ts'

/** What is read of a shipment to draw its map for consumers; less than this is drawn. */
export type DrawnShipment = Pick<Shipment, 'state'> & {
  position: Pick<Position, 'lat' | 'lon'> | null
  legs: Pick<Leg, 'origin' | 'destination' | 'route'>[]
}

/** In one round trip; nothing where there is no such shipment. */
export const drawnShipment = async (sql: Sql, id: string): Promise<DrawnShipment | undefined> => {
  const [row] = await sql<{ read: DrawnShipment }[]>`
    select json_build_object(
      'state', shipment.state,
      'position', case when shipment.position_at is not null and shipment.lat is not null and shipment.lon is not null then
        json_build_object('lat', shipment.lat, 'lon', shipment.lon) end,
      'legs', coalesce((
        select json_agg(json_build_object('origin', ${place(sql, 'leaves')}, 'destination', ${place(sql, 'reaches')}, 'route', leg.route)
          order by leg.sequence)
        from leg join location leaves on leaves.code = leg.origin_code join location reaches on reaches.code = leg.destination_code
        where leg.shipment_id = shipment.id), '[]')) as "read"
    from shipment where shipment.id = ${id}`
  return row?.read
}
