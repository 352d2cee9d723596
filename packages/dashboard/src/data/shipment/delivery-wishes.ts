import type { DeliveryWishes } from '@lading/shared/contract/delivery-wish'
import { authorised } from '../server/authorised.ts'

export const loadDeliveryWishes = (shipmentId: string, signal: AbortSignal) =>
  authorised<DeliveryWishes>(`/v1/shipments/${encodeURIComponent(shipmentId)}/delivery-wishes`, { signal })
