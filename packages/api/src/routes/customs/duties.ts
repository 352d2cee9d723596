import { type Due, whatIsDue } from '@lading/models/payment/what-is-due'
import { IdParams } from '@lading/shared/contract/common'
import { IdempotencyHeaders } from '@lading/shared/contract/landed-cost'
import { NewDutyBill, NewRefund, ShipmentDuties } from '@lading/shared/contract/payment'
import { isCurrency } from '@lading/shared/domain/money'
import { liveTopics } from '@lading/shared/live/topics'
import { DomainError } from '@lading/store/postgres/domain-error'
import { getQuote } from '@lading/store/postgres/landed-cost/quote'
import { recordBill, withdrawBill } from '@lading/store/postgres/payment/bill'
import { dutiesOf } from '@lading/store/postgres/payment/duties-of'
import { requestRefund, settleRefundNow } from '@lading/store/postgres/payment/refund'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import { getShipment } from '@lading/store/postgres/shipment/get'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { ProviderAway } from '../../payments/provider.ts'
import { Refusal } from '../../refusal.ts'

const tags = ['payments']

/** What is due on shipments, as the staff records it and sees it paid, and money that is given back. */
export const dutyRoutes = async (app: App, { database, payments: { provider }, bus, clock }: Dependencies) => {
  const { db } = database
  const times = () => ({ now: clock.now(), wallNow: new Date() })
  const changed = (shipmentId: string) => bus.publish(liveTopics.shipments, { shipmentIds: [shipmentId] })
  const shown = async (shipmentId: string) => ({ ...(await dutiesOf(db, shipmentId, new Date())), provider: provider?.name ?? null })
  const known = async (id: string) => {
    const shipment = await getShipment(db, id)
    if (!shipment) throw new DomainError('shipment-not-found', 'There is no such shipment.')
    return shipment
  }

  app.get(
    '/v1/shipments/:id/duties',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'What is due on a shipment, and how far it is paid', params: IdParams, response: { 200: ShipmentDuties } },
    },
    async ({ params: { id } }) => {
      await known(id)
      return shown(id)
    },
  )

  app.put(
    '/v1/shipments/:id/duties',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Say what the recipient has to pay before the goods are handed over',
        description:
          'Line by line, or taken from a quote of landed cost. What was due before is withdrawn; refused while a payment of it is under way or made, and for goods that are delivered duty paid.',
        params: IdParams,
        body: NewDutyBill,
        response: { 200: ShipmentDuties },
      },
    },
    async ({ params: { id }, body, signedIn }) => {
      const { quoteId, dueUntil, legSequence } = body
      const shipment = await known(id)
      const { total, lines } = quoteId === undefined ? dueByLines(body) : await dueByQuote(quoteId, shipment)
      const bill = {
        ...{ quoteId, dueUntil, legSequence, currency: total.currency, by: (signedIn as SignedIn).userId },
        lines: lines.map(({ kind, name, amount: { minorUnits } }) => ({ kind, name, minorUnits })),
      }
      await recordBill(db, id, bill, times())
      changed(id)
      return shown(id)
    },
  )

  app.delete(
    '/v1/shipments/:id/duties',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Withdraw what is due', params: IdParams, response: { 200: ShipmentDuties } },
    },
    async ({ params: { id } }) => {
      await withdrawBill(db, id, times())
      changed(id)
      return shown(id)
    },
  )

  app.post(
    '/v1/payments/:id/refunds',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Give back what was paid, all of it or a part',
        description:
          'Sent again with the same Idempotency-Key it is the same refund, and a provider that did not answer is asked again. Never more than was paid.',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: NewRefund,
        response: { 200: ShipmentDuties },
      },
    },
    async ({ params: { id }, headers, body: { minorUnits, reason }, signedIn, log }) => {
      if (!provider) throw new Refusal(404, 'not-offered', 'Payments are not taken here.')
      const asked = { minorUnits, reason: reason.trim(), by: (signedIn as SignedIn).userId, key: headers['idempotency-key'] }
      const { refundId, shipmentId, charge, amount, isOpen } = await requestRefund(db, id, provider.name, asked, times())
      changed(shipmentId)
      if (isOpen) {
        const answer = await provider.refund({ refundId, charge, amount }, refundId).catch((error: unknown) => {
          if (!(error instanceof ProviderAway)) throw error
          log.warn({ err: error }, 'a refund is not known to have been done')
          throw new DomainError(
            'payment-away',
            'The payment provider does not answer. The refund is noted; send it again with the same key.',
          )
        })
        if (answer.became !== 'requested')
          await settleRefundNow(db, { refundId, became: answer.became, reference: answer.reference }, times())
        changed(shipmentId)
      }
      return shown(shipmentId)
    },
  )

  const dueByQuote = async (quoteId: string, { incoterm, legs }: Awaited<ReturnType<typeof known>>): Promise<Due> => {
    const { quote } = await getQuote(database, quoteId)
    const wrong = (message: string) => new DomainError('not-valid', 'The quote does not say what is due.', [{ path: '/quoteId', message }])
    if (!quote.cost.isComplete) throw wrong('is of a quote that lacks rules for some goods')
    if (quote.request.destination !== legs.at(-1)?.destination.country) throw wrong('is of a quote for another country')
    if (incoterm === 'DDP') return { lines: [], total: { minorUnits: 0, currency: quote.request.currency } }
    const due = whatIsDue(quote.cost.costs, incoterm, quote.request.currency)
    if (!due) throw wrong('is of a quote by which nothing is charged at the border')
    return due
  }
}

const dueByLines = ({ currency, lines }: NewDutyBill): Due => {
  const missing = [
    ...(currency === undefined ? [{ path: '/currency', message: 'is needed, or a quote' }] : []),
    ...(lines === undefined ? [{ path: '/lines', message: 'are needed, or a quote' }] : []),
    ...(currency !== undefined && !isCurrency(currency) ? [{ path: '/currency', message: 'is no currency by ISO 4217' }] : []),
  ]
  if (missing.length > 0 || currency === undefined || lines === undefined)
    throw new DomainError('not-valid', 'What is due is not said.', missing)
  // Whose terms leave nothing to the recipient, it is refused when it is recorded.
  const due = whatIsDue(
    lines.map(({ kind, name, minorUnits }) => ({ kind, name: name.trim(), amount: { minorUnits, currency } })),
    'DAP',
    currency,
  )
  return due as Due
}
