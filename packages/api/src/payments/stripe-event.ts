import type { ProviderEvent } from '@lading/store/postgres/payment/take-event'
import type Stripe from 'stripe'
import { fromStripe } from './stripe-amount.ts'

/** What of Stripe's events is about a payment or a refund of ours; nothing of the rest. */
export const eventOf = (event: Stripe.Event): ProviderEvent | null => {
  const about = aboutOf(event)
  return about && { id: event.id, kind: event.type, occurredAt: new Date(event.created * 1000), about }
}

const aboutOf = (event: Stripe.Event): ProviderEvent['about'] | null => {
  switch (event.type) {
    case 'checkout.session.completed':
      // By a way of paying that takes days it is completed before it is paid.
      return event.data.object.payment_status === 'paid' ? paymentOf(event.data.object, 'paid') : null
    case 'checkout.session.async_payment_succeeded':
      return paymentOf(event.data.object, 'paid')
    case 'checkout.session.async_payment_failed':
      return paymentOf(event.data.object, 'failed')
    case 'checkout.session.expired':
      return paymentOf(event.data.object, 'expired')
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refundOf(event.data.object)
    default:
      return null
  }
}

type Became = 'paid' | 'failed' | 'expired'

const paymentOf = ({ metadata, amount_total: total, currency, payment_intent: intent }: Stripe.Checkout.Session, became: Became) => {
  const paymentId = idIn(metadata?.lading_payment)
  if (paymentId === undefined) return null
  const amount = total !== null && currency !== null ? fromStripe(total, currency) : null
  return { what: 'payment' as const, paymentId, became, amount, charge: typeof intent === 'string' ? intent : (intent?.id ?? null) }
}

const refundOf = ({ id, metadata, amount, currency, status }: Stripe.Refund) => {
  const refundId = idIn(metadata?.lading_refund)
  const became = status === 'succeeded' ? ('done' as const) : status === 'failed' || status === 'canceled' ? ('failed' as const) : undefined
  return refundId === undefined || !became
    ? null
    : { what: 'refund' as const, refundId, became, amount: fromStripe(amount, currency), reference: id }
}

// Whatever somebody else wrote into the metadata of the same account is none of ours.
const idIn = (text: string | undefined) =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined
