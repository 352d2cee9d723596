import type {
  NewDutyBill,
  NewPaymentOffer,
  NewRefund,
  OfferComparison,
  PaymentOffer,
  ShipmentDuties,
} from '@lading/shared/contract/payment'
import { paymentOffers } from '../../state/payment-offers.ts'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'

const dutiesPath = (shipmentId: string) => `/v1/shipments/${encodeURIComponent(shipmentId)}/duties`

export const readDuties = (shipmentId: string, signal?: AbortSignal) =>
  authorised<ShipmentDuties>(dutiesPath(shipmentId), signal ? { signal } : {})

export const recordDuties = (shipmentId: string, body: NewDutyBill) =>
  authorised<ShipmentDuties>(dutiesPath(shipmentId), { method: 'PUT', body })

export const withdrawDuties = (shipmentId: string) => authorised<ShipmentDuties>(dutiesPath(shipmentId), { method: 'DELETE' })

/** The same key with every try, so that however often it is sent money goes back once. */
export const refundPayment = (paymentId: string, body: NewRefund, key: string) =>
  authorised<ShipmentDuties>(`/v1/payments/${paymentId}/refunds`, { method: 'POST', body, headers: { 'idempotency-key': key } })

export const loadOffers = async () => {
  const result = await authorised<{ items: PaymentOffer[] }>('/v1/payment-offers')
  if (result.ok) paymentOffers.value = result.value.items
  return result
}

export const compareOffers = (asked: { minorUnits: number; from: string; to: string }, signal: AbortSignal) =>
  authorised<OfferComparison>(`/v1/payment-offers/comparison${queryString(asked)}`, { signal })

export const putOffer = async (code: string, body: NewPaymentOffer) => {
  const result = await authorised<PaymentOffer>(`/v1/payment-offers/${code}`, { method: 'PUT', body })
  if (result.ok) await loadOffers()
  return result
}

export const removeOffer = async (code: string) => {
  const result = await authorised<undefined>(`/v1/payment-offers/${code}`, { method: 'DELETE' })
  if (result.ok) await loadOffers()
  return result
}
