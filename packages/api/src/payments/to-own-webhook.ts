import type { App } from '../app.ts'
import type { Deliver } from './sandbox.ts'

/** Sends what the sandbox tells over HTTP to the api it is part of, as any other provider does. */
export const toOwnWebhook =
  (app: App): Deliver =>
  async (body, headers) => {
    const address = app.server.address()
    if (address === null || typeof address === 'string') throw new Error('the api does not listen')
    const host = address.address === '::' || address.address === '0.0.0.0' ? '127.0.0.1' : address.address
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/v1/payments/webhooks/sandbox`
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) })
    if (!response.ok) throw new Error(`the webhook answers ${response.status}: ${await response.text()}`)
    await response.body?.cancel()
  }
