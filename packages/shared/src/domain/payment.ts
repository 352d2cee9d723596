/**
 * How far the payment of what is due is. `due` until a checkout is opened; what failed or expired may be opened again. Only what the
 * provider says makes it paid; what is paid may be given back, in parts and more than once.
 */
export const paymentStates = [
  'due',
  'checkout-opened',
  'paid',
  'failed',
  'expired',
  'refund-requested',
  'partly-refunded',
  'refunded',
] as const
export type PaymentState = (typeof paymentStates)[number]

const next: Record<PaymentState, PaymentState[]> = {
  due: ['checkout-opened'],
  'checkout-opened': ['paid', 'failed', 'expired'],
  // A provider that was slow to say so has the money all the same: what is paid is never denied.
  failed: ['checkout-opened', 'paid', 'expired'],
  expired: ['checkout-opened', 'paid'],
  paid: ['refund-requested'],
  // Refused by the provider, it is what it was before.
  'refund-requested': ['paid', 'partly-refunded', 'refunded'],
  'partly-refunded': ['refund-requested'],
  refunded: [],
}

/** Whether one state may follow another. */
export const mayBecome = (from: PaymentState, to: PaymentState) => next[from].includes(to)

/** Whether the provider has the money, or some of it. */
export const holdsMoney = (state: PaymentState) => state === 'paid' || state === 'refund-requested' || state === 'partly-refunded'

/** Whether somebody may be led to a checkout for it, again or for the first time. */
export const mayBePaid = (state: PaymentState) => state === 'checkout-opened' || mayBecome(state, 'checkout-opened')

/** What a payment is once all refunds that were asked for are settled or not: `open` of them still wait for the provider. */
export const afterRefunds = ({ paid, refunded, open }: { paid: number; refunded: number; open: number }): PaymentState => {
  if (open > 0) return 'refund-requested'
  return refunded === 0 ? 'paid' : refunded < paid ? 'partly-refunded' : 'refunded'
}

/** What is charged at a border. */
export const chargeKinds = ['duty', 'excise', 'tax', 'fee'] as const
export type ChargeKind = (typeof chargeKinds)[number]

export const paymentProviders = ['sandbox', 'stripe'] as const
export type PaymentProviderName = (typeof paymentProviders)[number]

export const refundStates = ['requested', 'done', 'failed'] as const

type Tried = { state: PaymentState; openedAt: Date }

/** How far what is due is by all tries to pay it: whoever has money counts first, then the last try. */
export const standingOf = (payments: readonly Tried[]): PaymentState => {
  const byTime = payments.toSorted((one, other) => other.openedAt.getTime() - one.openedAt.getTime())
  return (byTime.find(({ state }) => holdsMoney(state)) ?? byTime.find(({ state }) => state === 'refunded') ?? byTime[0])?.state ?? 'due'
}

/** A checkout that takes no money any more has expired, whether or not its provider has said so yet. */
export const stateAt = ({ state, expiresAt }: { state: PaymentState; expiresAt: Date }, wallNow: Date): PaymentState =>
  state === 'checkout-opened' && expiresAt <= wallNow ? 'expired' : state
