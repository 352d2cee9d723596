import Stripe from 'stripe'
import { type PaymentProvider, ProviderAway, type Verified } from './provider.ts'
import { toleranceSeconds } from './signature.ts'
import { toStripe } from './stripe-amount.ts'
import { eventOf } from './stripe-event.ts'

export const stripeCheckoutOrigin = 'https://checkout.stripe.com'

type Options = {
  secretKey: string
  webhookSecret: string
  /** With scheme and host. */
  publicUrl: string
  /** Of another server than Stripe's, which speaks as it does. */
  apiUrl?: string | undefined
}

/** Stripe Checkout: the page, the card and what the bank asks for are all Stripe's. */
export const createStripe = ({ secretKey, webhookSecret, publicUrl, apiUrl }: Options): PaymentProvider => {
  const url = apiUrl === undefined ? undefined : new URL(apiUrl)
  const stripe = new Stripe(secretKey, {
    ...{ telemetry: false, maxNetworkRetries: 1, timeout: 10_000 },
    ...(url && { host: url.hostname, port: url.port, protocol: url.protocol === 'http:' ? ('http' as const) : ('https' as const) }),
  })
  const ask = async <Answer>(asked: Promise<Answer>): Promise<Answer> =>
    asked.catch((cause: unknown) => {
      throw new ProviderAway('stripe', cause)
    })

  return {
    name: 'stripe',
    checkoutOrigin: stripeCheckoutOrigin,
    createCheckout: async ({ paymentId, amount, description, expiresAt, returnPath, cancelPath }, idempotencyKey) => {
      const price = toStripe(amount)
      if (!price) throw new ProviderAway('stripe', new RangeError(`${amount.minorUnits} ${amount.currency} cannot be said to Stripe`))
      const session = await ask(
        stripe.checkout.sessions.create(
          {
            mode: 'payment',
            client_reference_id: paymentId,
            line_items: [
              { quantity: 1, price_data: { currency: price.currency, unit_amount: price.amount, product_data: { name: description } } },
            ],
            success_url: `${publicUrl}${returnPath}`,
            cancel_url: `${publicUrl}${cancelPath}`,
            expires_at: Math.floor(expiresAt.getTime() / 1000),
            metadata: { lading_payment: paymentId },
          },
          { idempotencyKey },
        ),
      )
      if (!session.url) throw new ProviderAway('stripe', new Error(`the session ${session.id} has no address`))
      return { checkout: session.id, url: session.url }
    },
    verifyWebhook: ({ body, headers, now }) => {
      const header = headers['stripe-signature']
      if (typeof header !== 'string') return { verified: false, why: 'no-signature' }
      try {
        const event = stripe.webhooks.constructEvent(body, header, webhookSecret, toleranceSeconds, undefined, now.getTime())
        return { verified: true, event: eventOf(event) }
      } catch (error) {
        return { verified: false, why: whyOf(error as Error) }
      }
    },
    refund: async ({ refundId, charge, amount }, idempotencyKey) => {
      const price = toStripe(amount)
      if (!price) return { became: 'failed', reference: null }
      const asked = stripe.refunds.create(
        { payment_intent: charge, amount: price.amount, metadata: { lading_refund: refundId } },
        { idempotencyKey },
      )
      const refund = await asked.catch((cause: unknown) => {
        // It has heard of it and will not: such as of money that is gone already.
        if (cause instanceof Stripe.errors.StripeInvalidRequestError) return undefined
        throw new ProviderAway('stripe', cause)
      })
      return refund ? { became: becameOf(refund.status), reference: refund.id } : { became: 'failed', reference: null }
    },
  }
}

const becameOf = (status: string | null) =>
  status === 'succeeded' ? 'done' : status === 'failed' || status === 'canceled' ? 'failed' : 'requested'

const whyOf = (error: Error): Extract<Verified, { verified: false }>['why'] => {
  if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) return 'not-readable'
  return error.message.includes('tolerance') ? 'too-old' : 'wrong-signature'
}
