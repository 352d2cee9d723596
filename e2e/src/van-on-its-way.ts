import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { signedIn } from './api.ts'
import { until } from './until.ts'

const mozambique = { country: 'MZ', zone: 'Africa/Maputo', geofenceRadiusKm: 2 }
const depot = { code: 'E2E-DEPOT', name: 'Depot, Tete', kind: 'hub', ...mozambique, lat: -16.16, lon: 33.59 }
const shop = { code: 'E2E-SHOP', name: 'Shop, Chimoio', kind: 'hub', ...mozambique, lat: -19.12, lon: 33.48 }
/** A place on the way, and no other shipment near. */
export const onTheWay = { lat: -16.9, lon: 33.56 }

/** A consignment that has left its depot; `comesBy` lets its device report from the place on the way. */
export const vanOnItsWay = async ({ get, post, put }: Awaited<ReturnType<typeof signedIn>>) => {
  const now = async () => Date.parse(((await get('/settings')) as DashboardSettings).clock.now)
  const startMs = await now()
  const at = (hours: number) => new Date(startMs + hours * 3_600_000).toISOString()
  const report = (recordedAt: string, { lat, lon }: { lat: number; lon: number }) => ({ deviceId: 'e2e-van', recordedAt, lat, lon })
  for (const place of [depot, shop]) await put(`/locations/${place.code}`, place)
  await post('/devices', { id: 'e2e-van', label: 'Van of a test', reportIntervalS: 3600 })
  const { id } = (await post('/shipments', {
    ...{ incoterm: 'DAP', incotermPlace: 'Chimoio', parties: [], items: [], deviceId: 'e2e-van' },
    legs: [
      {
        ...{ mode: 'road', carrier: 'A haulier', origin: depot.code, destination: shop.code },
        ...{ plannedDeparture: at(-3), plannedArrival: at(9) },
      },
    ],
  })) as Shipment
  await post('/readings', [report(at(-3), depot), report(at(-2), { lat: -16.4, lon: 33.58 })])
  const shipment = async () => (await get(`/shipments/${id}`)) as Shipment
  await until(async () => (await shipment()).position, 'a position of the van')
  return {
    id,
    shipment,
    comesBy: async () => void (await post('/readings', [report(new Date(await now()).toISOString(), onTheWay)])),
  }
}
