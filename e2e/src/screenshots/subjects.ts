import type { AlertPage } from '@lading/shared/contract/alert'
import type { Shipment, ShipmentPage } from '@lading/shared/contract/shipment'
import { signedIn } from '../api.ts'
import type { Addresses } from '../platform.ts'
import { until } from '../until.ts'
import type { Subjects } from './pictures.ts'

/** Waits until the demonstration has what is to be seen. Goods at sea come first: their routes show most. */
export const findSubjects = async (addresses: Addresses): Promise<Subjects> => {
  const { get } = await signedIn(addresses)
  const lateOnes = async (filter: string) =>
    ((await get(`/shipments?limit=1&state=in-transit&promise=late${filter}`)) as ShipmentPage).items[0]?.id
  const late = await until(async () => (await lateOnes('&mode=sea')) ?? (await lateOnes('')), 'a shipment that will be late')
  const held = await until(
    async () => ((await get('/alerts?limit=1&open=true&kind=customs-hold')) as AlertPage).items[0]?.shipmentId,
    'a shipment that customs holds',
  )
  const { legs, position } = (await get(`/shipments/${late}`)) as Shipment
  const [leftMs, seenMs] = [legs[0]?.departure.actual, position?.recordedAt].map((instant) => Date.parse(instant ?? ''))
  if (!leftMs || !seenMs) throw new Error('The shipment that will be late has not left')
  const halfway = new Date((leftMs + seenMs) / 2).toISOString()
  const [tracking] = addresses.tracking
  if (!tracking) throw new Error('The platform that runs has no tracking link to show')
  return { late, halfway, held, tracking }
}
