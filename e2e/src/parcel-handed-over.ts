import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { signedIn } from './api.ts'
import { until } from './until.ts'

const portugal = { country: 'PT', zone: 'Europe/Lisbon', geofenceRadiusKm: 2 }
const store = { code: 'E2E-STORE', name: 'Store, Évora', kind: 'hub', ...portugal, lat: 38.57, lon: -7.91 }
const door = { code: 'E2E-DOOR', name: 'Rua 12, Beja', kind: 'address', ...portugal, lat: 38.02, lon: -7.86 }
const onTheWay = { lat: 38.3, lon: -7.88 }

/** A parcel of a merchant that went to a door and was handed over there, with a proof of it, and duties still to be paid: the token of its link. */
export const parcelHandedOver = async ({ get, post, put }: Awaited<ReturnType<typeof signedIn>>, merchant: string) => {
  const startMs = Date.parse(((await get('/settings')) as DashboardSettings).clock.now)
  const at = (hours: number) => new Date(startMs + hours * 3_600_000).toISOString()
  const deviceId = `e2e-parcel-${Date.now()}`
  const report = (hours: number, { lat, lon }: { lat: number; lon: number }) => ({ deviceId, recordedAt: at(hours), lat, lon })
  for (const place of [store, door]) await put(`/locations/${place.code}`, place)
  await post('/devices', { id: deviceId, label: 'Parcel of a test', reportIntervalS: 3600 })
  const leg = { mode: 'parcel', carrier: 'Example Parcels', origin: store.code, destination: door.code }
  const { id } = (await post('/shipments', {
    ...{ incoterm: 'DAP', incotermPlace: 'Beja', parties: [], items: [], merchant, deviceId },
    legs: [{ ...leg, plannedDeparture: at(-9), plannedArrival: at(-1) }],
  })) as Shipment
  await post('/readings', [
    report(-9, store),
    report(-8, store),
    report(-5, onTheWay),
    report(-3, door),
    report(-2, door),
    report(-1, door),
  ])
  await until(async () => ((await get(`/shipments/${id}`)) as Shipment).state === 'delivered', 'a parcel that is delivered')
  await post(`/shipments/${id}/proof-of-delivery`, { receivedAt: at(-3), note: 'At number 14' })
  await put(`/shipments/${id}/duties`, {
    currency: 'EUR',
    dueUntil: at(48).slice(0, 10),
    lines: [{ kind: 'tax', name: 'IVA', minorUnits: 2_340 }],
  })
  const { url } = (await post(`/shipments/${id}/tracking-links`, {})) as { url: string }
  return new URL(url).pathname.split('/').at(-1) as string
}
