import type { Money } from '@lading/shared/domain/money'
import type { PaymentProviderName } from '@lading/shared/domain/payment'
import type { ProviderEvent } from '@lading/store/postgres/payment/take-event'

/** What somebody is to pay, and where they come back to: paths of this site, which say nothing of who pays. */
export type Order = {
  paymentId: string
  amount: Money
  /** In the language of whoever pays. */
  description: string
  expiresAt: Date
  returnPath: string
  cancelPath: string
}

/** What came to the webhook route: the body as it was sent, byte for byte. */
export type Told = { body: Buffer; headers: Readonly<Record<string, string | string[] | undefined>>; now: Date }

/** Expected refusals are values: a forged or old message is counted and answered, not thrown. */
export type Verified =
  | { verified: true; event: ProviderEvent | null }
  | { verified: false; why: 'no-signature' | 'wrong-signature' | 'too-old' | 'not-readable' }

export type RefundAnswer = { became: 'requested' | 'done' | 'failed'; reference: string | null }

/**
 * Somebody who takes payments on a page of their own: what is typed there, such as the number of a card, never comes here. What is asked
 * with the same key is done once. Who does not answer throws `ProviderAway`.
 */
export type PaymentProvider = {
  name: PaymentProviderName
  /** Where its checkout is, for the policy of the page that leads there; nothing where that is this site. */
  checkoutOrigin: string | null
  createCheckout: (order: Order, idempotencyKey: string) => Promise<{ checkout: string; url: string }>
  /** `event` is null where it tells of something that is none of ours. */
  verifyWebhook: (told: Told) => Verified
  refund: (refund: { refundId: string; charge: string; amount: Money }, idempotencyKey: string) => Promise<RefundAnswer>
}

/** The provider did not answer, or refused what should have been right: nothing is known of what became of it. */
export class ProviderAway extends Error {
  constructor(provider: PaymentProviderName, cause: unknown) {
    super(`the payment provider ${provider} does not do what it is asked for`, { cause })
    this.name = 'ProviderAway'
  }
}
