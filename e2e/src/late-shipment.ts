import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { Location } from '@lading/shared/contract/location'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { signedIn } from './api.ts'

const hourMs = 3_600_000

/** Announces a shipment that is promised for before it can arrive, so that somebody has to do something about it. */
export const announceLateShipment = async ({ get, post }: Awaited<ReturnType<typeof signedIn>>, trackingNumber: string) => {
  const { clock } = (await get('/settings')) as DashboardSettings
  const [from, to] = ((await get('/locations')) as Location[]).filter(({ kind }) => kind === 'warehouse')
  const inHours = (hours: number) => new Date(Date.parse(clock.now) + hours * hourMs).toISOString()
  const shipment = await post('/shipments', {
    trackingNumber,
    incoterm: 'DAP',
    incotermPlace: to?.name,
    promisedAt: inHours(13),
    parties: [],
    items: [],
    legs: [
      {
        mode: 'road',
        carrier: 'Example Haulage',
        origin: from?.code,
        destination: to?.code,
        plannedDeparture: inHours(12),
        plannedArrival: inHours(60),
      },
    ],
  })
  return shipment as Shipment
}
