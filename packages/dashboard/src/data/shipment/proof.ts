import type { NewProofOfDelivery, ProofOfDelivery } from '@lading/shared/contract/shipment'
import { authorised } from '../server/authorised.ts'
import { loadDetail } from './detail.ts'

/** Says that a shipment was handed over; it is shown anew before this resolves. */
export const recordProof = async (shipmentId: string, body: NewProofOfDelivery) => {
  const path = `/v1/shipments/${encodeURIComponent(shipmentId)}/proof-of-delivery`
  const result = await authorised<ProofOfDelivery>(path, { method: 'POST', body })
  if (result.ok) await loadDetail(shipmentId, new AbortController().signal)
  return result
}
