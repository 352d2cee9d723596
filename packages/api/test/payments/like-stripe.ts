import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type Asked = { method: string; path: string; fields: Record<string, string>; key: string | undefined; authorization: string | undefined }

/**
 * A server that answers as Stripe documents it (docs.stripe.com/api): Checkout Sessions and Refunds, form-encoded, once for an
 * Idempotency-Key and an error for the same key with something else.
 */
export const startLikeStripe = async () => {
  const asked: Asked[] = []
  const answered = new Map<string, { body: string; answer: object }>()
  let refusesRefunds = false
  let isAway = false

  const server = createServer(async (request, response) => {
    const body = await textOf(request)
    const fields = Object.fromEntries(new URLSearchParams(body))
    const key = request.headers['idempotency-key']?.toString()
    const path = request.url ?? ''
    asked.push({ method: request.method ?? '', path, fields, key, authorization: request.headers.authorization })
    const send = (status: number, answer: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    if (isAway) return send(500, { error: { type: 'api_error', message: 'Something went wrong' } })
    const before = key === undefined ? undefined : answered.get(key)
    if (before)
      return before.body === body
        ? send(200, before.answer)
        : send(400, { error: { type: 'idempotency_error', message: 'Keys can only be used with the same parameters' } })
    if (path === '/v1/refunds' && refusesRefunds)
      return send(400, { error: { type: 'invalid_request_error', code: 'charge_already_refunded', message: 'Already refunded' } })
    const answer = path === '/v1/refunds' ? refundOf(fields, asked.length) : sessionOf(fields, asked.length)
    if (key !== undefined) answered.set(key, { body, answer })
    return send(200, answer)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    refuseRefunds: (refuses: boolean) => {
      refusesRefunds = refuses
    },
    goAway: (away: boolean) => {
      isAway = away
    },
    stop: () => new Promise((done) => server.close(done)),
  }
}

const sessionOf = (fields: Record<string, string>, number: number) => ({
  ...{ id: `cs_test_${number}`, object: 'checkout.session', status: 'open', payment_status: 'unpaid', mode: 'payment' },
  url: `https://checkout.stripe.com/c/pay/cs_test_${number}`,
  amount_total: Number(fields['line_items[0][price_data][unit_amount]']),
  currency: fields['line_items[0][price_data][currency]'],
  metadata: { lading_payment: fields['metadata[lading_payment]'] },
})

const refundOf = (fields: Record<string, string>, number: number) => ({
  ...{ id: `re_${number}`, object: 'refund', status: 'pending', currency: 'eur', amount: Number(fields.amount) },
  metadata: { lading_refund: fields['metadata[lading_refund]'] },
})

const textOf = async (request: IncomingMessage) => {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
