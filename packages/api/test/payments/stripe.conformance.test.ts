import type { ShipmentDuties } from '@lading/shared/contract/payment'
import type { Shipment } from '@lading/shared/contract/shipment'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../support/examples.ts'
import { startApi, type TestApi } from '../support/platform.ts'
import { startLikeStripe } from './like-stripe.ts'

const webhookSecret = 'whsec_for_tests'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('Stripe Checkout', () => {
  let stripe: Awaited<ReturnType<typeof startLikeStripe>>
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  let page: string
  let duties: string
  const dutiesOf = async () => (await as('GET', duties)).json<ShipmentDuties>()
  const pay = () => api.app.inject({ method: 'POST', url: `${page}/duties`, headers: form, payload: '' })
  const tell = (type: string, object: object, { id = type, secondsAgo = 0, secret = webhookSecret } = {}) => {
    const created = Math.floor(Date.now() / 1000) - secondsAgo
    const payload = JSON.stringify({ id: `evt_${id}`, object: 'event', type, created, data: { object } })
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: created })
    const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': header }
    return api.app.inject({ method: 'POST', url: '/v1/payments/webhooks/stripe', headers, payload })
  }
  const session = (paymentId: string, change = {}) => ({
    ...{ id: 'cs_test_1', object: 'checkout.session', payment_status: 'paid', amount_total: 2_340, currency: 'eur' },
    ...{ payment_intent: 'pi_1', metadata: { lading_payment: paymentId } },
    ...change,
  })

  beforeAll(async () => {
    stripe = await startLikeStripe()
    const payments = { provider: 'stripe', webhookSecret, secretKey: 'sk_test_x', apiUrl: stripe.url } as const
    api = await startApi({ settings: { publicUrl: 'https://track.example', payments } })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    const shipment = (
      await as('POST', '/v1/shipments', newShipment({ incoterm: 'DAP', trackingNumber: 'LD5Q0V7ZK2M1' } as never))
    ).json<Shipment>()
    duties = `/v1/shipments/${shipment.id}/duties`
    page = `/track/${(await createTrackingLink(api.database.db, shipment.id, 1)).token}`
    await as('PUT', duties, { currency: 'EUR', lines: [{ kind: 'tax', name: 'BTW', minorUnits: 2_340 }] })
  })
  afterAll(async () => {
    await api?.stop()
    await stripe?.stop()
  })

  it('is led to from a page whose forms may lead there and nowhere else, and is asked as its documentation says.', async () => {
    const opened = await api.app.inject(page)
    expect(opened.headers['content-security-policy']).toContain("form-action 'self' https://checkout.stripe.com;")
    expect((await api.app.inject('/track')).headers['content-security-policy']).toContain("form-action 'self';")

    stripe.goAway(true)
    expect((await pay()).headers.location).toBe(`${page}?duties=away#duties`)
    stripe.goAway(false)
    const led = await pay()
    expect(led.headers.location).toMatch(/^https:\/\/checkout\.stripe\.com\/c\/pay\/cs_test_\d$/)
    expect((await pay()).headers.location).toBe(led.headers.location)
    const { payments } = await dutiesOf()
    const { id = '', expiresAt = '' } = payments[0] ?? {}
    expect(payments).toHaveLength(1)
    expect(new Set(stripe.asked.map(({ key }) => key))).toEqual(new Set([`${id} en`]))
    expect(stripe.asked.at(-1)).toMatchObject({ method: 'POST', path: '/v1/checkout/sessions', authorization: 'Bearer sk_test_x' })
    expect(stripe.asked.at(-1)?.fields).toEqual({
      mode: 'payment',
      client_reference_id: id,
      'line_items[0][quantity]': '1',
      'line_items[0][price_data][currency]': 'eur',
      'line_items[0][price_data][unit_amount]': '2340',
      'line_items[0][price_data][product_data][name]': 'Duties and taxes, LD5Q0V7ZK2M1',
      success_url: 'https://track.example/track/checkout/return?outcome=returned',
      cancel_url: 'https://track.example/track/checkout/return?outcome=cancelled',
      expires_at: String(Math.floor(Date.parse(expiresAt) / 1000)),
      'metadata[lading_payment]': id,
    })
  })

  it('is believed by the signature of its webhook; a session that is complete but not paid is not paid.', async () => {
    const id = (await dutiesOf()).payments[0]?.id as string
    const done = 'checkout.session.completed'
    const codeOf = async (answer: ReturnType<typeof tell>) => (await answer).json().code ?? (await answer).json().outcome
    expect(await codeOf(tell(done, session(id), { secret: 'whsec_other' }))).toBe('wrong-signature')
    expect(await codeOf(tell(done, session(id), { secondsAgo: 400 }))).toBe('too-old')
    expect(await codeOf(tell(done, session(id, { amount_total: 2_339 })))).toBe('not-valid')
    expect(await codeOf(tell(done, session(id, { payment_status: 'unpaid' })))).toBe('of-nobody')
    expect(await codeOf(tell(done, session('somebody else’s')))).toBe('of-nobody')
    expect(await codeOf(tell('customer.created', { id: 'cus_1' }))).toBe('of-nobody')
    expect((await dutiesOf()).bill?.state).toBe('checkout-opened')
    expect(await codeOf(tell('checkout.session.async_payment_succeeded', session(id)))).toBe('taken')
    expect(await codeOf(tell('checkout.session.async_payment_succeeded', session(id)))).toBe('known')
    expect((await dutiesOf()).bill?.state).toBe('paid')
    expect((await api.app.inject(page)).headers['content-security-policy']).toContain("form-action 'self';")
  })

  it('gives money back, says so when it has, and refuses what it will not do.', async () => {
    const id = (await dutiesOf()).payments[0]?.id as string
    const refund = (minorUnits: number) => as('POST', `/v1/payments/${id}/refunds`, { minorUnits, reason: 'No duty' })
    expect((await refund(340)).json<ShipmentDuties>().bill?.state).toBe('refund-requested')
    const asked = stripe.asked.at(-1)
    const refundId = (await dutiesOf()).payments[0]?.refunds[0]?.id as string
    expect(asked).toMatchObject({ path: '/v1/refunds', key: refundId })
    expect(asked?.fields).toEqual({ payment_intent: 'pi_1', amount: '340', 'metadata[lading_refund]': refundId })
    const object = {
      id: 're_1',
      object: 'refund',
      status: 'succeeded',
      amount: 340,
      currency: 'eur',
      metadata: { lading_refund: refundId },
    }
    expect((await tell('refund.updated', object)).json()).toEqual({ outcome: 'taken' })
    expect((await dutiesOf()).payments[0]).toMatchObject({ state: 'partly-refunded', refunded: { minorUnits: 340 } })

    stripe.refuseRefunds(true)
    const { payments } = (await refund(2_000)).json<ShipmentDuties>()
    expect(payments[0]).toMatchObject({
      state: 'partly-refunded',
      refundable: { minorUnits: 2_000 },
      refunds: [{ state: 'done' }, { state: 'failed' }],
    })
    stripe.refuseRefunds(false)
    stripe.goAway(true)
    expect((await refund(2_000)).json().code).toBe('payment-away')
    expect((await dutiesOf()).payments[0]).toMatchObject({ state: 'refund-requested', refundable: { minorUnits: 0 } })
  })
})
