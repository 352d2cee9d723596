import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtStock } from '../../support/look-at-stock.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const dayMs = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString()
const inDays = (instant: string) => (Date.parse(instant) - Date.now()) / dayMs

describe('Transfers and expediting', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const lineAt = async (warehouse: string) => (await as('GET', `/v1/stock?product=LAMP&warehouse=${warehouse}`)).json().items[0]
  const detailAt = async (warehouse: string) => (await as('GET', `/v1/stock/LAMP/${warehouse}`)).json()
  const look = (warehouse: string) => lookAtStock(api, { product: 'LAMP', warehouse })
  const open = async (kind: string) =>
    (await as('GET', '/v1/stock/proposals?state=open')).json().items.find((one: { kind: string }) => one.kind === kind)
  const move = (id: string, change: object) => as('PATCH', `/v1/stock/transfers/${id}`, change)

  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
    for (const code of ['WH-A', 'WH-B']) {
      const place = { code, name: `Place ${code}`, kind: 'warehouse', country: 'NL', lat: 52, lon: 5, zone: 'UTC', geofenceRadiusKm: 2 }
      await as('PUT', `/v1/locations/${code}`, place)
      await as('POST', '/v1/warehouses', { code })
    }
    await as('POST', '/v1/products', { sku: 'LAMP', name: 'Desk lamp', cost: { minorUnits: 500, currency: 'EUR' } })
    const days = (warehouse: string, quantity: number) =>
      Array.from({ length: 90 }, (_, at) => ({ product: 'LAMP', warehouse, day: ago(at + 1).slice(0, 10), quantity: quantity + (at % 3) }))
    await as('POST', '/v1/demand-history', { items: [...days('WH-A', 10), ...days('WH-B', 2)] })
    for (const [warehouse, quantity] of [
      ['WH-A', 40],
      ['WH-B', 2000],
    ] as const) {
      await as('PUT', `/v1/stock/LAMP/${warehouse}/terms`, {
        ...{ supplier: 'Bright Lamps', leadTimeDays: 20, leadTimeSdDays: 2, transferCostMinorUnits: 9000, transferDays: 2 },
        ...{ expediteCostMinorUnits: 7000, expediteSavesDays: 6 },
      })
      await as('POST', '/v1/stock/movements', { items: [{ product: 'LAMP', warehouse, externalId: 'r', kind: 'receipt', quantity }] })
    }
    await look('WH-B')
    await look('WH-A')
  })
  afterAll(() => api?.stop())

  it('An approved transfer is reserved where it lies and arrives where it goes, with its number.', async () => {
    const proposal = await open('transfer')
    expect(proposal).toMatchObject({ fromWarehouse: 'WH-B', warehouse: 'WH-A', transferId: null })
    const { transferId } = (await as('POST', `/v1/stock/proposals/${proposal.id}/approve`)).json()
    const [transfer] = (await as('GET', '/v1/stock/transfers?state=planned')).json().items
    const { quantity } = proposal
    expect(transfer).toMatchObject({
      ...{ id: transferId, proposalId: proposal.id, quantity, fromName: 'Place WH-B', toName: 'Place WH-A', productName: 'Desk lamp' },
      ...{ state: 'planned', leftAt: null, arrivedAt: null, cost: { minorUnits: 9000, currency: 'EUR' } },
    })
    const found = async (q: string) => (await as('GET', `/v1/stock/transfers?q=${q}`)).json().items.length
    expect([await found('desk%20l'), await found(transfer.number), await found('chair')]).toEqual([1, 1, 0])
    expect(transfer.why).toEqual([
      { code: 'agreed', values: { days: 2 } },
      { code: 'not-placed', values: {} },
    ])
    expect((await as('GET', `/v1/stock/transfers/${transferId}`)).json()).toMatchObject({ id: transferId, why: transfer.why })
    expect((await as('GET', '/v1/stock/transfers/00000000-0000-4000-8000-000000000000')).json().code).toBe('transfer-not-found')
    expect(await lineAt('WH-B')).toMatchObject({ onHand: 2000, reserved: quantity })
    expect(await lineAt('WH-A')).toMatchObject({ onHand: 40, inTransit: quantity })
    const { arrivals } = await detailAt('WH-A')
    expect(arrivals).toMatchObject([{ kind: 'transfer', id: transferId, label: transfer.number, quantity, isPlaced: false }])
    expect(inDays(arrivals[0].p50)).toBeCloseTo(2, 2)
    const before = (await detailAt('WH-A')).projection[5].p50
    await look('WH-A')
    expect((await detailAt('WH-A')).projection[5].p50).toBeGreaterThan(before + quantity / 2)
  })

  it('It goes from one ledger when it leaves, is in neither on its way, and comes to the other when it arrives; told again nothing changes.', async () => {
    const [{ id, number, quantity }] = (await as('GET', '/v1/stock/transfers')).json().items
    expect((await move(id, { state: 'arrived' })).json().code).toBe('transfer-state')
    expect((await move(id, { state: 'under-way', at: ago(-1) })).json().errors[0].path).toBe('/at')
    const left = ago(3)
    for (let time = 0; time < 2; time++) expect((await move(id, { state: 'under-way', at: left })).json()).toMatchObject({ leftAt: left })
    expect(await lineAt('WH-B')).toMatchObject({ onHand: 2000 - quantity, reserved: 0 })
    expect(await lineAt('WH-A')).toMatchObject({ onHand: 40, inTransit: quantity })
    const { movements } = await detailAt('WH-B')
    expect(movements).toContainEqual({ kind: 'transfer', change: -quantity, at: left, reference: number, externalId: number })
    // What goes to another warehouse is not what customers asked for.
    expect((await detailAt('WH-B')).history.at(-1).quantity).toBeLessThan(5)
    const wrong = await move(id, { state: 'arrived', at: ago(5), quantity: quantity + 1 })
    expect(wrong.json().errors.map(({ path }: { path: string }) => path)).toEqual(['/at', '/quantity'])
    const arrived = (await move(id, { state: 'arrived', quantity: quantity - 1 })).json()
    expect(arrived).toMatchObject({ state: 'arrived', arrivedQuantity: quantity - 1, arrival: null })
    await move(id, { state: 'arrived' })
    expect(await lineAt('WH-A')).toMatchObject({ onHand: 40 + quantity - 1, inTransit: 0 })
    expect((await move(id, { state: 'cancelled' })).json().code).toBe('transfer-state')
  })

  it('How long transfers take is learnt from those before.', async () => {
    const planned = (
      await as('POST', '/v1/stock/transfers', { product: 'LAMP', fromWarehouse: 'WH-B', toWarehouse: 'WH-A', quantity: 5 })
    ).json()
    // Agreed were two days, which count as four transfers; the one before took three.
    expect(inDays(planned.arrival.p50)).toBeGreaterThan(2.1)
    expect(inDays(planned.arrival.p50)).toBeLessThan(2.3)
    expect(Date.parse(planned.arrival.p90)).toBeGreaterThan(Date.parse(planned.arrival.p10))
    expect((await move(planned.id, { state: 'cancelled' })).json()).toMatchObject({ state: 'cancelled', arrival: null })
    expect(await lineAt('WH-B')).toMatchObject({ reserved: 0 })
    const refused = async (change: object) =>
      (
        await as('POST', '/v1/stock/transfers', { product: 'LAMP', fromWarehouse: 'WH-B', toWarehouse: 'WH-A', quantity: 5, ...change })
      ).json().errors
    expect(await refused({ toWarehouse: 'WH-B' })).toEqual([{ path: '/toWarehouse', message: 'is where it begins' }])
    expect(await refused({ fromWarehouse: 'WH-X' })).toMatchObject([{ path: '/fromWarehouse', message: 'there is no warehouse WH-X' }])
  })

  it('An order that is expedited is expected sooner and costs more, once, and a later look does not propose it again.', async () => {
    await as('POST', '/v1/stock/movements', {
      items: [{ product: 'LAMP', warehouse: 'WH-A', externalId: 'counted', kind: 'count', quantity: 60 }],
    })
    const { id } = (
      await as('POST', '/v1/purchase-orders', {
        ...{ supplier: 'Bright Lamps', warehouse: 'WH-A', orderedAt: ago(6), lines: [{ product: 'LAMP', quantity: 400 }] },
      })
    ).json()
    await look('WH-A')
    const before = (await as('GET', `/v1/purchase-orders/${id}`)).json()
    const proposal = await open('expedite')
    expect(proposal).toMatchObject({ purchaseOrderId: id, shipmentId: null, cost: { minorUnits: 7000 } })
    await as('POST', `/v1/stock/proposals/${proposal.id}/approve`)
    const after = (await as('GET', `/v1/purchase-orders/${id}`)).json()
    const [was, is] = [before.lines[0], after.lines[0]]
    expect(is.soonerDays).toBe(6)
    expect(Date.parse(was.expectedAt) - Date.parse(is.expectedAt)).toBe(6 * dayMs)
    expect(inDays(was.arrival.p50) - inDays(is.arrival.p50)).toBeGreaterThan(5)
    expect(after.cost.minorUnits).toBe(before.cost.minorUnits + 7000)
    const [arrival] = (await detailAt('WH-A')).arrivals
    expect(arrival).toMatchObject({ label: after.number, isExpedited: true, isPlaced: true })
    await api.database.sql`update stock_proposal set decided_at = decided_at - interval '30 days'`
    await look('WH-A')
    expect(await open('expedite')).toBeUndefined()
    // It says nothing of how long the supplier takes otherwise.
    await as('POST', `/v1/purchase-orders/${id}/receipts`, { externalId: 'd', at: ago(0) })
    const { leadTime } = await detailAt('WH-A')
    expect(leadTime.orders).toBe(1)
    expect(leadTime.meanDays).toBeCloseTo((4 * 20 + 12) / 5, 1)
  })

  it('An expediting of what has come meanwhile is refused, and the proposal stays as it was.', async () => {
    const [{ id }] = (await as('GET', '/v1/purchase-orders')).json().items
    const [row] = await api.database.sql`
      insert into stock_proposal (kind, product, warehouse, order_id, quantity, cost_minor_units, currency, reasons, effect, created_at)
      values ('expedite', 'LAMP', 'WH-A', ${id}, 400, 7000, 'EUR', '[]', '{"stockOutBefore":0.5,"stockOutAfter":0.1,"days":3}', now())
      returning id`
    const refused = await as('POST', `/v1/stock/proposals/${row?.id}/approve`)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'purchase-order-state'])
    expect((await as('GET', '/v1/stock/proposals?state=open')).json().items.map((one: { id: string }) => one.id)).toContain(row?.id)
  })
})
