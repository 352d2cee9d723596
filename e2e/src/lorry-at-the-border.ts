import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { signedIn } from './api.ts'
import { until } from './until.ts'

const uruguay = { country: 'UY', zone: 'America/Montevideo' }
const brazil = { country: 'BR', zone: 'America/Sao_Paulo' }
const hub = { code: 'E2E-HUB', name: 'Depot, Tacuarembó', kind: 'hub', ...uruguay, lat: -31.71, lon: -55.98 }
const border = { code: 'E2E-BORDER', name: 'Santana do Livramento', kind: 'border-crossing', ...brazil, lat: -30.89, lon: -55.53 }
const door = { code: 'E2E-DOOR', name: 'Consignee, Bagé', kind: 'address', ...brazil, lat: -31.33, lon: -54.1 }

/**
 * A consignment that has just come to the border of a country where documents take long, by what is published, and is declared there; resolves
 * when Lading knows that, and when it will arrive.
 */
export const lorryAtTheBorder = async ({ get, post, put }: Awaited<ReturnType<typeof signedIn>>): Promise<Shipment> => {
  const { clock } = (await get('/settings')) as DashboardSettings
  const at = (hours: number) => new Date(Date.parse(clock.now) + hours * 3_600_000).toISOString()
  for (const place of [hub, border, door]) await put(`/locations/${place.code}`, { ...place, geofenceRadiusKm: 2 })
  await post('/devices', { id: 'e2e-lorry', label: 'Lorry of a test', reportIntervalS: 3600 })
  const leg = (origin: { code: string }, destination: { code: string }, departs: number, arrives: number) => ({
    ...{ mode: 'road', carrier: 'A haulier', origin: origin.code, destination: destination.code },
    ...{ plannedDeparture: at(departs), plannedArrival: at(arrives) },
  })
  const { id } = (await post('/shipments', {
    ...{ incoterm: 'DAP', incotermPlace: 'Bagé', promisedAt: at(72), parties: [], deviceId: 'e2e-lorry' },
    items: [{ description: 'Pumps', hsCode: '841370', quantity: 4, value: { minorUnits: 120_000, currency: 'EUR' } }],
    legs: [leg(hub, border, -4, -2), leg(border, door, -0.5, 2)],
  })) as Shipment
  const fix = ({ lat, lon }: { lat: number; lon: number }, hours: number) => ({ deviceId: 'e2e-lorry', recordedAt: at(hours), lat, lon })
  const between = { lat: (hub.lat + border.lat) / 2, lon: (hub.lon + border.lon) / 2 }
  await post('/readings', [fix(hub, -4.5), fix(hub, -4), fix(between, -3), fix(border, -2), fix(border, -1), fix(border, 0)])
  const shipment = async () => (await get(`/shipments/${id}`)) as Shipment
  await until(async () => (await shipment()).legs[0]?.arrival.actual, 'the arrival at the border')
  await post(`/shipments/${id}/customs/2/events`, { state: 'lodged', eventTime: at(-1) })
  return until(async () => {
    const found = await shipment()
    return found.etaExplanation?.stages.some(({ customs }) => customs?.state === 'lodged') ? found : undefined
  }, 'an arrival time that counts with customs')
}
