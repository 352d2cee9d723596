import type { PaymentProvider } from './provider.ts'
import { createSandbox, type Deliver, type Sandbox } from './sandbox.ts'

export type PaymentSettings =
  | { provider: 'sandbox'; webhookSecret: string }
  | { provider: 'stripe'; webhookSecret: string; secretKey: string; apiUrl?: string }

/** Whom payments are taken by, if anybody; and the sandbox itself where it is that, for its page. */
export type Payments = { provider: PaymentProvider | null; sandbox: Sandbox | null }

type Asked = { payments?: PaymentSettings | undefined; publicUrl: string }

export const paymentsFrom = async ({ payments, publicUrl }: Asked, deliver: Deliver): Promise<Payments> => {
  if (!payments) return { provider: null, sandbox: null }
  if (payments.provider === 'sandbox') {
    const sandbox = createSandbox({ secret: payments.webhookSecret, deliver })
    return { provider: sandbox, sandbox }
  }
  // Whoever has no use for it does not load it.
  const { createStripe } = await import('./stripe.ts')
  return { provider: createStripe({ ...payments, publicUrl }), sandbox: null }
}
