import type { ShipmentDeclarationCheck } from '@lading/shared/contract/declaration-check'
import { authorised } from '../server/authorised.ts'

/** What is wrong with what will be declared of a shipment. */
export const loadDeclarationCheck = (shipmentId: string, signal: AbortSignal) =>
  authorised<ShipmentDeclarationCheck>(`/v1/shipments/${encodeURIComponent(shipmentId)}/declaration-check`, { signal })
