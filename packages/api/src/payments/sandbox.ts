import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import Type from 'typebox'
import { Check } from 'typebox/value'
import { type Order, type PaymentProvider, ProviderAway } from './provider.ts'
import { checkSignature, signatureOf } from './signature.ts'

/** Where the checkout of the sandbox is; only where it is switched on. */
export const sandboxPath = '/track/sandbox-checkout'
export const sandboxHeader = 'lading-signature'

/** What whoever presses a button on the page of the sandbox decides. */
export type SandboxOrder = Pick<Order, 'paymentId' | 'amount' | 'description' | 'returnPath' | 'cancelPath'> & { expiresAt: string }
export type Sandbox = PaymentProvider & {
  /** The order that a link to the page was made for; nothing where somebody else made it. */
  orderOf: (order: string, mac: string) => SandboxOrder | undefined
  /** Tells Lading's webhook of it, as a provider would: signed, over HTTP. The same decision is the same event, however often it is made. */
  decide: (order: SandboxOrder, decision: 'paid' | 'declined', now: Date) => Promise<void>
}

/** Sends a body to the webhook route of this api; throws where it is not taken. */
export type Deliver = (body: string, headers: Record<string, string>) => Promise<void>

const SandboxEvent = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 120 }),
  type: Type.Enum(['payment.paid', 'payment.declined', 'refund.done']),
  created: Type.Integer({ minimum: 0 }),
  subject: Type.String({ format: 'uuid' }),
  reference: Type.String({ minLength: 1, maxLength: 120 }),
  amount: Type.Object({ minorUnits: Type.Integer(), currency: Type.String() }),
})
type SandboxEvent = Type.Static<typeof SandboxEvent>

/**
 * A provider that takes no money: its checkout is a page with two buttons. It keeps nothing; what was ordered stands, signed, in the
 * address of its page.
 */
export const createSandbox = ({
  secret,
  deliver,
  now = () => new Date(),
}: {
  secret: string
  deliver: Deliver
  now?: () => Date
}): Sandbox => {
  const macOf = (order: string) => createHmac('sha256', secret).update(`order ${order}`).digest('base64url')
  const tell = async (event: SandboxEvent) => {
    const body = JSON.stringify(event)
    await deliver(body, { 'content-type': 'application/json', [sandboxHeader]: signatureOf(secret, body, now()) }).catch(
      (cause: unknown) => {
        throw new ProviderAway('sandbox', cause)
      },
    )
  }
  const idOf = (...of: string[]) => createHash('sha256').update(of.join(' ')).digest('hex').slice(0, 24)

  return {
    name: 'sandbox',
    checkoutOrigin: null,
    createCheckout: async ({ paymentId, amount, description, expiresAt, returnPath, cancelPath }) => {
      const order: SandboxOrder = { paymentId, amount, description, returnPath, cancelPath, expiresAt: expiresAt.toISOString() }
      const text = Buffer.from(JSON.stringify(order)).toString('base64url')
      return { checkout: `sandbox_${idOf(paymentId)}`, url: `${sandboxPath}?${new URLSearchParams({ order: text, mac: macOf(text) })}` }
    },
    verifyWebhook: ({ body, headers, now: receivedAt }) => {
      const header = headers[sandboxHeader]
      const check = checkSignature(secret, typeof header === 'string' ? header : undefined, body, receivedAt)
      if (check !== 'right') return { verified: false, why: check }
      const event = read(body)
      if (!event) return { verified: false, why: 'not-readable' }
      const { id, type: kind, created, subject, reference, amount } = event
      const about =
        kind === 'refund.done'
          ? { what: 'refund' as const, refundId: subject, became: 'done' as const, amount, reference }
          : {
              what: 'payment' as const,
              paymentId: subject,
              became: kind === 'payment.paid' ? ('paid' as const) : ('failed' as const),
              amount,
              charge: reference,
            }
      return { verified: true, event: { id, kind, occurredAt: new Date(created * 1000), about } }
    },
    refund: async ({ refundId, amount }, idempotencyKey) => {
      const reference = `sandbox_refund_${idOf(idempotencyKey)}`
      await tell({
        id: idOf('refund', refundId),
        type: 'refund.done',
        created: Math.floor(now().getTime() / 1000),
        subject: refundId,
        reference,
        amount,
      })
      return { became: 'requested', reference }
    },
    orderOf: (order, mac) => {
      const [given, right] = [Buffer.from(mac), Buffer.from(macOf(order))]
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
      return JSON.parse(Buffer.from(order, 'base64url').toString())
    },
    decide: ({ paymentId, amount }, decision, at) =>
      tell({
        ...{ id: idOf(decision, paymentId), type: `payment.${decision}`, created: Math.floor(at.getTime() / 1000) },
        ...{ subject: paymentId, reference: `sandbox_charge_${idOf(paymentId)}`, amount },
      }),
  }
}

const read = (body: Buffer): SandboxEvent | undefined => {
  try {
    const event: unknown = JSON.parse(body.toString())
    return Check(SandboxEvent, event) ? event : undefined
  } catch {
    return undefined
  }
}
