import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtStock } from '../../support/look-at-stock.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const dayMs = 86_400_000
const key = { product: 'LAMP', warehouse: 'WH-A' }

describe('Forecasts, proposals and orders', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const proposals = async () => (await as('GET', '/v1/stock/proposals?state=open')).json().items
  const day = (back: number) => new Date(Date.now() - back * dayMs).toISOString().slice(0, 10)

  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
    const place = { code: 'WH-A', name: 'Utrecht', kind: 'warehouse', country: 'NL', lat: 52, lon: 5, zone: 'UTC', geofenceRadiusKm: 2 }
    await as('PUT', '/v1/locations/WH-A', place)
    await as('POST', '/v1/warehouses', { code: 'WH-A' })
    await as('POST', '/v1/products', { sku: 'LAMP', name: 'Desk lamp', packSize: 10, cost: { minorUnits: 1000, currency: 'EUR' } })
    await as('PUT', '/v1/stock/LAMP/WH-A/terms', { supplier: 'Bright Lamps', leadTimeDays: 10, orderCostMinorUnits: 5000 })
    // Every fourth week a promotion doubles what is sold.
    const isPromoted = (back: number) => Math.floor(back / 7) % 4 === 3
    const items = Array.from({ length: 140 }, (_, back) => ({
      ...key,
      day: day(back + 1),
      quantity: (20 + (back % 5)) * (isPromoted(back + 1) ? 2 : 1),
    }))
    await as('POST', '/v1/demand-history', { items })
    for (const week of [3, 7, 11, 15])
      await as('POST', '/v1/demand-events', {
        product: 'LAMP',
        kind: 'promotion',
        name: 'Week of lamps',
        from: day(7 * week + 6),
        until: day(7 * week),
      })
    await as('POST', '/v1/stock/movements', { items: [{ ...key, externalId: 'r', kind: 'receipt', quantity: 150 }] })
  })
  afterAll(() => api?.stop())

  it('Before there is a forecast the detail says what is known, and a what-if that there is none.', async () => {
    const detail = (await as('GET', '/v1/stock/LAMP/WH-A')).json()
    expect(detail).toMatchObject({ line: { onHand: 150, stockOutProbability: null }, forecast: null, policy: null, projection: [] })
    expect(detail.history).toHaveLength(140)
    const asked = await as('POST', '/v1/stock/what-if', key)
    expect([asked.statusCode, asked.json().code]).toEqual([409, 'not-forecast'])
    const nowhere = await as('GET', '/v1/stock/LAMP/WH-X')
    expect([nowhere.statusCode, nowhere.json().code]).toEqual([404, 'stock-not-found'])
  })

  it('With a forecast the detail has the fan, the projection, the policy and what is proposed.', async () => {
    await lookAtStock(api, key)
    const { forecast, projection, policy, proposals: open } = (await as('GET', '/v1/stock/LAMP/WH-A')).json()
    expect([forecast.p10.length, projection.length, forecast.from]).toEqual([90, 90, day(0)])
    expect(policy.reorderPoint).toBeGreaterThan(200)
    expect(open).toMatchObject([{ kind: 'order', state: 'open', productName: 'Desk lamp' }])
  })

  it('A what-if answers at once and changes nothing: more service and a longer wait take more stock, a promotion takes some away.', async () => {
    const ask = async (change: object) => (await as('POST', '/v1/stock/what-if', { ...key, ...change })).json()
    const [asIs, careful, far, promoted, ordered] = await Promise.all(
      [{}, { serviceLevel: 0.99 }, { leadTimeDays: 30 }, { promotion: { from: day(-3), until: day(-9) } }, { order: 500 }].map(ask),
    )
    const { policy } = (await as('GET', '/v1/stock/LAMP/WH-A')).json()
    expect(asIs.policy).toEqual(policy)
    expect(careful.policy.reorderPoint).toBeGreaterThan(policy.reorderPoint)
    expect(far.policy.reorderPoint).toBeGreaterThan(2 * policy.reorderPoint)
    expect(asIs.promotionLift).toBeGreaterThan(1.7)
    expect(asIs.promotionLift).toBeLessThan(2.3)
    expect(promoted.forecast.p50[5]).toBeCloseTo(asIs.forecast.p50[5] * asIs.promotionLift, 1)
    expect(promoted.forecast.p50[0]).toBe(asIs.forecast.p50[0])
    expect(ordered.projection[15].p50).toBeGreaterThan(300)
    expect(await proposals()).toHaveLength(1)
  })

  it('A rejected proposal keeps its reason; nobody decides twice.', async () => {
    const [{ id }] = await proposals()
    expect((await as('POST', `/v1/stock/proposals/${id}/reject`, {})).statusCode).toBe(400)
    const rejected = (await as('POST', `/v1/stock/proposals/${id}/reject`, { reason: 'the range ends' })).json()
    expect(rejected).toMatchObject({ state: 'rejected', decisionReason: 'the range ends', purchaseOrderId: null })
    const again = await as('POST', `/v1/stock/proposals/${id}/approve`)
    expect([again.statusCode, again.json().code]).toEqual([409, 'proposal-decided'])
    const none = await as('POST', '/v1/stock/proposals/00000000-0000-4000-8000-000000000000/approve')
    expect([none.statusCode, none.json().code]).toEqual([404, 'proposal-not-found'])
  })

  it('An approved order is the draft of a purchase order, which goes its way and counts as in transit until it is received.', async () => {
    await api.database.sql`update stock_proposal set state = 'open', decided_at = null`
    const [{ id, quantity, cost }] = await proposals()
    const { purchaseOrderId } = (await as('POST', `/v1/stock/proposals/${id}/approve`)).json()
    const [order] = (await as('GET', '/v1/purchase-orders?state=draft')).json().items
    expect(order).toMatchObject({ id: purchaseOrderId, state: 'draft', supplier: 'Bright Lamps', cost, orderedAt: null })
    expect(order.lines).toMatchObject([{ product: 'LAMP', productName: 'Desk lamp', quantity, received: 0, proposalId: id }])
    const change = (body: object) => as('PATCH', `/v1/purchase-orders/${purchaseOrderId}`, body)
    const inTransit = async () => (await as('GET', '/v1/stock?product=LAMP')).json().items[0].inTransit
    expect(await inTransit()).toBe(quantity)
    const more = await change({ quantities: [{ product: 'LAMP', quantity: quantity + 10 }] })
    expect(more.json().lines[0].quantity).toBe(quantity + 10)
    expect(more.json().cost.minorUnits).toBe(cost.minorUnits + 10 * 1000)
    expect((await change({ state: 'confirmed' })).json().code).toBe('purchase-order-state')
    const sent = (await change({ state: 'sent' })).json()
    expect([sent.state, typeof sent.orderedAt]).toEqual(['sent', 'string'])
    expect((await change({ quantities: [{ product: 'LAMP', quantity: 1 }] })).json().code).toBe('purchase-order-state')
    for (const state of ['confirmed', 'received']) expect((await change({ state })).json().state).toBe(state)
    expect(await inTransit()).toBe(0)
    // What has come is on hand without anybody telling the ledger.
    expect((await as('GET', '/v1/stock?product=LAMP')).json().items[0].onHand).toBe(150 + quantity + 10)
    expect(api.requested.filter(({ name }) => name === 'forecast').length).toBeGreaterThan(5)
  })
})
