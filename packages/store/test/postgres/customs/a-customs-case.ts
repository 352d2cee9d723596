import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Location, LocationKind } from '@lading/shared/domain/location'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { createShipment } from '@lading/store/postgres/shipment/create'

const place = (code: string, kind: LocationKind, country: string, zone: string): Location => ({
  ...{ code, name: code, kind, country, lat: 1, lon: 2, zone, geofenceRadiusKm: 5 },
})
const places = [
  place('CNSZX', 'port', 'CN', 'Asia/Shanghai'),
  place('NLRTM', 'port', 'NL', 'Europe/Amsterdam'),
  place('NL-HUB', 'hub', 'NL', 'Europe/Amsterdam'),
  place('ADDR-1', 'address', 'DE', 'Europe/Berlin'),
]

const day = (number: number) => new Date(Date.UTC(2026, 4, number)).toISOString()
const hop = (mode: 'sea' | 'road' | 'parcel', origin: string, destination: string, from: number, until: number) => ({
  ...{ mode, carrier: 'Example Carrier', origin, destination, plannedDeparture: day(from), plannedArrival: day(until) },
})
const item = (hsCode: string, minorUnits: number) => ({ description: hsCode, hsCode, quantity: 1, value: { minorUnits, currency: 'EUR' } })

/** A real PostgreSQL, and shipments from Shenzhen to a door in Germany that are cleared in Rotterdam, before the second leg. */
export const startCustoms = async () => {
  const directory = await temporaryDirectory()
  const server = await startPostgres({ directory: directory.path })
  await migrateDatabase(server.url)
  const database = openDatabase(server.url)
  for (const each of places) await putLocation(database.db, each)
  return {
    database,
    shipped: (
      legs = [hop('sea', 'CNSZX', 'NLRTM', 1, 20), hop('road', 'NLRTM', 'NL-HUB', 21, 22), hop('parcel', 'NL-HUB', 'ADDR-1', 23, 24)],
    ) =>
      createShipment(
        database.db,
        {
          ...{ incoterm: 'DAP' as const, incotermPlace: 'Berlin' },
          parties: [
            { role: 'consignor', name: 'Bright Lamps Ltd', country: 'CN' },
            { role: 'consignee', name: 'Ada Example', country: 'DE' },
          ],
          items: [item('610910', 900), item('940521', 4_990), item('852852', 100)],
          legs,
        },
        new Date(day(1)),
      ),
    inland: () => [hop('road', 'NLRTM', 'NL-HUB', 1, 2), hop('parcel', 'NL-HUB', 'ADDR-1', 3, 4)],
    straight: () => [hop('road', 'CNSZX', 'ADDR-1', 1, 2)],
    stop: async () => {
      await database.close()
      await server.stop()
      await directory.remove()
    },
  }
}
