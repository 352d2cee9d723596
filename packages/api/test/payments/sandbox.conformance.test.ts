import type { ShipmentDuties } from '@lading/shared/contract/payment'
import type { Shipment } from '@lading/shared/contract/shipment'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signatureOf } from '../../src/payments/signature.ts'
import { newShipment, places } from '../support/examples.ts'
import { startApi, type TestApi } from '../support/platform.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const secret = 'a secret for tests'
const bill = {
  currency: 'EUR',
  lines: [
    { kind: 'duty', name: 'Lamps', minorUnits: 540 },
    { kind: 'tax', name: 'BTW', minorUnits: 1_800 },
  ],
  dueUntil: '2026-04-02',
}

describe('Duties that are due', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const shipmentWith = async (trackingNumber: string, incoterm = 'DAP') => {
    const shipment = (await as('POST', '/v1/shipments', newShipment({ trackingNumber, incoterm } as never))).json<Shipment>()
    const { token } = await createTrackingLink(api.database.db, shipment.id, 1)
    return { shipment, page: `/track/${token}`, duties: `/v1/shipments/${shipment.id}/duties` }
  }
  const open = async (url: string, cookies = {}) => (await api.app.inject({ url, cookies })).body
  const post = (url: string, fields: Record<string, string> = {}) =>
    api.app.inject({ method: 'POST', url, headers: form, payload: new URLSearchParams(fields).toString() })
  const checkoutOf = async (page: string) => String((await post(`${page}/duties`)).headers.location)
  const dutiesOf = async (url: string) => (await as('GET', url)).json<ShipmentDuties>()
  const tell = (event: object, { at = new Date(), by = secret } = {}) => {
    const payload = JSON.stringify(event)
    const headers = { 'content-type': 'application/json', 'lading-signature': signatureOf(by, payload, at) }
    return api.app.inject({ method: 'POST', url: '/v1/payments/webhooks/sandbox', headers, payload })
  }
  const paid = (subject: string, change = {}) => ({
    ...{ id: `paid ${subject}`, type: 'payment.paid', created: 1_774_800_000, subject, reference: 'charge' },
    ...{ amount: { minorUnits: 2_340, currency: 'EUR' } },
    ...change,
  })

  beforeAll(async () => {
    const settings = { publicUrl: 'https://track.example', payments: { provider: 'sandbox', webhookSecret: secret } } as const
    api = await startApi({ settings, clock: { now: () => new Date('2026-03-29T12:00:00Z') } })
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
  })
  afterAll(() => api?.stop())

  it('are paid from the tracking page, and the page says so once the provider has told it, not before.', async () => {
    const { shipment, page, duties } = await shipmentWith('LD5Q0V7ZK2M1')
    expect(await open(page)).not.toContain('id="duties"')
    expect((await as('PUT', duties, bill)).json<ShipmentDuties>().bill).toMatchObject({ state: 'due', total: { minorUnits: 2_340 } })
    const due = await open(page)
    expect(due).toMatch(/Duties and taxes to pay: €23\.40.*Customs duty.*Lamps.*€5\.40.*BTW.*€18\.00.*Thursday 2 April/s)
    expect(due).toMatch(/<form [^>]*action="\/track\/[\w-]{22}\/duties">/)

    const led = await post(`${page}/duties`)
    expect(led.statusCode).toBe(303)
    const checkout = String(led.headers.location)
    expect(await checkoutOf(page), 'the same checkout again').toBe(checkout)
    expect(checkout).not.toContain(page.split('/').at(-1))
    const sandbox = await open(checkout)
    expect(sandbox).toMatch(/Sandbox.*no money is taken.*Pay €23\.40\?.*Duties and taxes, LD5Q0V7ZK2M1/s)
    expect(sandbox).not.toContain('<input')

    const left = led.cookies.find(({ name }) => name === 'lading-left')
    const back = await api.app.inject({ url: '/track/checkout/return?outcome=returned', cookies: { 'lading-left': String(left?.value) } })
    expect(back.headers.location).toBe(`${page}?duties=returned#duties`)
    expect(await open(`${page}?duties=returned`)).toMatch(/has not confirmed a payment yet/)
    expect((await dutiesOf(duties)).bill?.state).toBe('checkout-opened')

    expect((await post(checkout, { do: 'pay' })).headers.location).toBe('/track/checkout/return?outcome=returned')
    const after = await open(page)
    expect(after).toMatch(/Duties and taxes paid: €23\.40.*Confirmed by the payment provider: Sunday 29 March/s)
    expect(after).not.toContain('/duties"')
    expect(api.published.at(-1)).toEqual({ topic: 'live/shipments', message: { shipmentIds: [shipment.id] } })
    const { payments } = await dutiesOf(duties)
    expect(payments).toMatchObject([{ state: 'paid', events: [{ kind: 'payment.paid', became: 'paid' }] }])

    expect((await post(checkout, { do: 'pay' })).statusCode, 'pressed twice').toBe(303)
    expect((await dutiesOf(duties)).payments[0]?.events).toHaveLength(1)
    expect((await post(`${page}/duties`)).headers.location).toBe(`${page}?duties=nothing-due#duties`)
    expect((await as('PUT', duties, bill)).json().code).toBe('payment-state')
  })

  it('that were declined can be paid by another checkout.', async () => {
    const { page, duties } = await shipmentWith('LD5Q0V7ZK2M2')
    await as('PUT', duties, bill)
    const first = await checkoutOf(page)
    await post(first, { do: 'decline' })
    expect(await open(page)).toMatch(/did not go through.*Pay €23\.40/s)
    const second = await checkoutOf(page)
    expect(second).not.toBe(first)
    await post(second, { do: 'pay' })
    expect(await open(page)).toContain('Duties and taxes paid')
    expect((await dutiesOf(duties)).payments.map(({ state }) => state)).toEqual(['paid', 'failed'])
  })

  it('are believed to be paid by nobody but the provider: not by a forged, an old, a changed or a foreign message.', async () => {
    const { page, duties } = await shipmentWith('LD5Q0V7ZK2M3')
    await as('PUT', duties, bill)
    const checkout = await checkoutOf(page)
    const id = (await dutiesOf(duties)).payments[0]?.id as string
    const code = async (answer: ReturnType<typeof tell>) => [
      (await answer).statusCode,
      (await answer).json().code ?? (await answer).json().outcome,
    ]
    expect(await code(tell(paid(id), { by: 'another secret' }))).toEqual([400, 'wrong-signature'])
    expect(await code(tell(paid(id), { at: new Date(Date.now() - 301_000) }))).toEqual([400, 'too-old'])
    expect(await code(tell({ hello: 'world' }))).toEqual([400, 'not-readable'])
    expect(await code(tell(paid(id, { amount: { minorUnits: 1, currency: 'EUR' } })))).toEqual([422, 'not-valid'])
    expect(await code(tell(paid(id, { amount: { minorUnits: 2_340, currency: 'HUF' } })))).toEqual([422, 'not-valid'])
    expect(await code(tell(paid('00000000-0000-4000-8000-000000000000')))).toEqual([200, 'of-nobody'])
    const unsigned = { method: 'POST', url: '/v1/payments/webhooks/sandbox', payload: paid(id) } as const
    expect((await api.app.inject(unsigned)).json().code).toBe('no-signature')
    expect((await api.app.inject({ ...unsigned, url: '/v1/payments/webhooks/stripe' })).statusCode).toBe(404)
    expect((await tell(paid(id, { reference: 'x'.repeat(100_000) }))).statusCode).toBe(413)
    expect((await open(checkout.replace(/mac=.{10}/, 'mac=AAAAAAAAAA'))).toString()).toContain('not-offered')
    expect((await dutiesOf(duties)).payments[0]).toMatchObject({ state: 'checkout-opened', events: [] })

    expect(await code(tell(paid(id)))).toEqual([200, 'taken'])
    expect(await code(tell(paid(id)))).toEqual([200, 'known'])
    // What contradicts it is kept and changes nothing.
    expect(await code(tell(paid(id, { id: 'later', type: 'payment.declined' })))).toEqual([200, 'taken'])
    expect((await dutiesOf(duties)).payments[0]).toMatchObject({ state: 'paid', events: [{ became: 'paid' }, { became: null }] })
    await expect(api.database.sql`update payment_event set kind = 'x'`).rejects.toThrow('only ever added to')
  })

  it('are given back in parts, never more than was paid, and once for a key.', async () => {
    const { page, duties } = await shipmentWith('LD5Q0V7ZK2M4')
    await as('PUT', duties, bill)
    await post(await checkoutOf(page), { do: 'pay' })
    const id = (await dutiesOf(duties)).payments[0]?.id as string
    const cookies = await api.signIn('operator')
    const refund = async (body: object, key: string) =>
      api.app.inject({ method: 'POST', url: `/v1/payments/${id}/refunds`, cookies, headers: { 'idempotency-key': key }, body })
    expect((await refund({ minorUnits: 2_341, reason: 'Too much' }, 'a')).json().errors).toEqual([
      { path: '/minorUnits', message: 'is more than the 2340 that are left' },
    ])
    for (const _ of ['once', 'again']) expect((await refund({ minorUnits: 540, reason: 'No duty' }, 'b')).statusCode).toBe(200)
    expect((await refund({ minorUnits: 541, reason: 'No duty' }, 'b')).json().code).toBe('idempotency-key-used')
    expect((await dutiesOf(duties)).payments[0]).toMatchObject({
      ...{ state: 'partly-refunded', refunded: { minorUnits: 540 }, refundable: { minorUnits: 1_800 } },
      refunds: [{ state: 'done', reason: 'No duty', amount: { minorUnits: 540 }, by: { name: 'The operator' } }],
    })
    expect(await open(page)).toMatch(/Of this, €5\.40 was paid back/)
    expect((await refund({ reason: 'Came back' }, 'c')).json<ShipmentDuties>().bill?.state).toBe('refunded')
    expect(await open(page)).toMatch(/Duties and taxes paid back: €23\.40/)
    expect((await refund({ reason: 'Once more' }, 'd')).json().code).toBe('payment-state')
    const viewer = await api.as('viewer')
    expect((await viewer('POST', `/v1/payments/${id}/refunds`, { reason: 'x' })).statusCode).toBe(403)
  })

  it('are none where the seller pays them, and go with what is said anew.', async () => {
    const ddp = await shipmentWith('LD5Q0V7ZK2M5', 'DDP')
    expect((await as('PUT', ddp.duties, bill)).json().code).toBe('nothing-due')
    const { page, duties } = await shipmentWith('LD5Q0V7ZK2M6')
    expect((await as('PUT', duties, { dueUntil: '2026-04-02' })).json().errors.map(({ path }: { path: string }) => path)).toEqual([
      '/currency',
      '/lines',
    ])
    await as('PUT', duties, bill)
    await as('PUT', duties, { ...bill, lines: [{ kind: 'fee', name: 'Handling', minorUnits: 700 }] })
    expect(await open(page)).toContain('to pay: €7.00')
    expect((await dutiesOf(duties)).earlier).toMatchObject([{ total: { minorUnits: 2_340 } }])
    await checkoutOf(page)
    expect((await as('DELETE', duties)).json().code, 'while somebody may be paying').toBe('payment-state')
    const other = await shipmentWith('LD5Q0V7ZK2M7')
    await as('PUT', other.duties, bill)
    expect((await as('DELETE', other.duties)).json<ShipmentDuties>().bill).toBeNull()
    expect(await open(other.page)).not.toContain('id="duties"')
    const asked = await post('/track', { number: 'LD5Q0V7ZK2M6' })
    expect(asked.body).not.toContain('7.00')
  })

  it('that are paid are in the log of the declaration that the goods wait for.', async () => {
    const { shipment, page, duties } = await shipmentWith('LD5Q0V7ZK2M8')
    await as('PUT', `/v1/shipments/${shipment.id}/customs/2`, { country: 'NL' })
    await as('POST', `/v1/shipments/${shipment.id}/customs/2/events`, { state: 'detained' })
    await as('PUT', duties, { ...bill, legSequence: 2 })
    expect(await open(page)).toContain('Duties and taxes are not paid yet')
    await post(await checkoutOf(page), { do: 'pay' })
    expect(await open(page)).not.toContain('are not paid yet')
    const { items } = (await as('GET', `/v1/shipments/${shipment.id}/customs/2/changes`)).json()
    expect(items[0]).toMatchObject({ field: 'duties', by: null, after: { minorUnits: 2_340, currency: 'EUR', provider: 'sandbox' } })
  })
})

describe('Without a payment provider', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startApi()
  })
  afterAll(() => api?.stop())

  it('there is neither a sandbox nor a webhook, and the page says what is due all the same.', async () => {
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    const shipment = (await as('POST', '/v1/shipments', newShipment({ incoterm: 'DAP' } as never))).json<Shipment>()
    expect((await as('PUT', `/v1/shipments/${shipment.id}/duties`, bill)).json().provider).toBeNull()
    const { token } = await createTrackingLink(api.database.db, shipment.id, 1)
    const page = (await api.app.inject(`/track/${token}`)).body
    expect(page).toMatch(/to pay: €23\.40.*Whoever delivers it says how to pay/s)
    expect(page).not.toContain('/duties"')
    expect((await api.app.inject({ method: 'POST', url: `/track/${token}/duties`, headers: form, payload: '' })).statusCode).toBe(404)
    expect((await api.app.inject('/track/sandbox-checkout?order=x&mac=y')).statusCode).toBe(404)
    expect((await api.app.inject({ method: 'POST', url: '/v1/payments/webhooks/sandbox', payload: {} })).statusCode).toBe(404)
  })
})
