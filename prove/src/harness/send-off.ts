import { putLocation } from '@lading/store/postgres/location/put'
import type { Db } from '@lading/store/postgres/open'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { deviceName } from './fleet.ts'

const hourMs = 3_600_000

const places = [
  { code: 'ESMAD', name: 'Madrid', country: 'ES', lat: 40.42, lon: -3.7, zone: 'Europe/Madrid' },
  { code: 'ITMIL', name: 'Milano', country: 'IT', lat: 45.46, lon: 9.19, zone: 'Europe/Rome' },
]

/** Sends the first devices of the fleet along with a shipment each, which left two hours ago. */
export const sendOff = async (db: Db, count: number) => {
  for (const place of places) await putLocation(db, { ...place, kind: 'warehouse', geofenceRadiusKm: 5 })
  const now = Date.now()
  for (let number = 0; number < count; number += 1)
    await createShipment(
      db,
      {
        incoterm: 'DAP',
        incotermPlace: 'Milano',
        parties: [],
        items: [],
        deviceId: deviceName(number),
        legs: [
          {
            mode: 'road',
            carrier: 'Example Haulage',
            origin: 'ESMAD',
            destination: 'ITMIL',
            plannedDeparture: new Date(now - 2 * hourMs).toISOString(),
            plannedArrival: new Date(now + 20 * hourMs).toISOString(),
          },
        ],
      },
      new Date(now - 3 * hourMs),
    )
}
