import { randomBytes } from 'node:crypto'

/**
 * A demonstration with invented shipments takes payments in the sandbox, by a secret of its own that nobody has to know; whoever says what
 * takes payments gets that. Everything else takes none.
 */
export const paymentSettings = ({ env, demonstrates }: { env: NodeJS.ProcessEnv; demonstrates: boolean }): Record<string, string> =>
  env.PAYMENT_PROVIDER || !demonstrates
    ? {}
    : { PAYMENT_PROVIDER: 'sandbox', PAYMENT_WEBHOOK_SECRET: randomBytes(32).toString('base64url') }
