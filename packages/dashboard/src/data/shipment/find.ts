import type { ShipmentPage } from '@lading/shared/contract/shipment'
import { shipments, withShipments } from '../../state/shipment/shipments.ts'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'

/** The few shipments that a text means, for a person to choose from. */
export const findShipments = async (text: string, signal: AbortSignal) => {
  const result = await authorised<ShipmentPage>(`/v1/shipments${queryString({ q: text, limit: 6 })}`, { signal })
  if (result.ok) shipments.value = withShipments(shipments.value, result.value.items)
  return result
}
