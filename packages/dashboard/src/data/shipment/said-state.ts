import type { Shipment } from '@lading/shared/contract/shipment'
import type { SaidState } from '@lading/shared/domain/shipment-state'
import { authorised } from '../server/authorised.ts'
import { loadDetail } from './detail.ts'

/** Says of a shipment what no position shows, or takes it back; it is shown anew before this resolves. */
export const sayState = async (shipmentId: string, saidState: SaidState | null) => {
  const result = await authorised<Shipment>(`/v1/shipments/${encodeURIComponent(shipmentId)}`, { method: 'PATCH', body: { saidState } })
  if (result.ok) await loadDetail(shipmentId, new AbortController().signal)
  return result
}
