import type { CustomsEntry, CustomsEntryChange, CustomsEntryChanges, NewCustomsEvent } from '@lading/shared/contract/customs'
import { authorised } from '../server/authorised.ts'
import { loadDetail } from '../shipment/detail.ts'

/** Tells what happened to a declaration; the shipment is shown anew before this resolves. */
export const tellCustoms = (shipmentId: string, leg: number, body: NewCustomsEvent) =>
  send(shipmentId, `/v1/shipments/${shipmentId}/customs/${leg}/events`, 'POST', body)

/** Says what is known of a declaration, which is made with the first word about it. */
export const changeEntry = (shipmentId: string, leg: number, body: CustomsEntryChange) =>
  send(shipmentId, `/v1/shipments/${shipmentId}/customs/${leg}`, 'PUT', body)

/** Who changed what of a declaration, the latest first. */
export const readChanges = (shipmentId: string, leg: number) =>
  authorised<CustomsEntryChanges>(`/v1/shipments/${shipmentId}/customs/${leg}/changes`)

const send = async (shipmentId: string, path: string, method: string, body: unknown) => {
  const result = await authorised<CustomsEntry>(path, { method, body })
  if (result.ok) await loadDetail(shipmentId, new AbortController().signal)
  return result
}
