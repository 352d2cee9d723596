import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

const dayMs = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString()

describe('Purchase orders', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const add = async (order: object) => as('POST', '/v1/purchase-orders', { supplier: 'Bright Lamps', warehouse: 'WH-A', ...order })
  const placed = async (quantities: Record<string, number>) => {
    const lines = Object.entries(quantities).map(([product, quantity]) => ({ product, quantity }))
    return (await add({ orderedAt: ago(20), lines })).json()
  }
  const receive = (id: string, receipt: object) => as('POST', `/v1/purchase-orders/${id}/receipts`, receipt)
  const stockOf = async (product: string) => (await as('GET', `/v1/stock?product=${product}&warehouse=WH-A`)).json().items[0]

  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
    const place = { code: 'WH-A', name: 'Utrecht', kind: 'warehouse', country: 'NL', lat: 52, lon: 5, zone: 'UTC', geofenceRadiusKm: 2 }
    await as('PUT', '/v1/locations/WH-A', place)
    await as('PUT', '/v1/locations/CNSZX', { ...place, code: 'CNSZX', kind: 'port' })
    await as('POST', '/v1/warehouses', { code: 'WH-A' })
    for (const sku of ['LAMP', 'BULB', 'CABLE', 'PLUG'])
      await as('POST', '/v1/products', { sku, name: `The ${sku}`, cost: { minorUnits: 500, currency: 'EUR' } })
    await as('POST', '/v1/products', { sku: 'DOLLAR', name: 'Dollar', cost: { minorUnits: 500, currency: 'USD' } })
    await as('PUT', '/v1/stock/LAMP/WH-A/terms', { supplier: 'Bright Lamps', leadTimeDays: 30, orderCostMinorUnits: 4000 })
  })
  afterAll(() => api?.stop())

  it('An order somebody made has its lines, what they cost and when they are expected.', async () => {
    const order = (await add({ number: 'PO-7', orderedAt: ago(10), lines: [{ product: 'LAMP', quantity: 100 }] })).json()
    expect(order).toMatchObject({ number: 'PO-7', state: 'sent', warehouseName: 'Utrecht', cost: { minorUnits: 54_000, currency: 'EUR' } })
    const [line] = order.lines
    expect(Date.parse(line.expectedAt) - Date.parse(order.orderedAt)).toBe(30 * dayMs)
    expect(line).toMatchObject({ productName: 'The LAMP', quantity: 100, received: 0, isPromised: false, proposalId: null })
    expect(line.why).toEqual([{ code: 'agreed', values: { days: 30 } }])
    const again = await add({ number: 'PO-7', lines: [{ product: 'LAMP', quantity: 1 }] })
    expect([again.statusCode, again.json().code]).toEqual([409, 'purchase-order-known'])
    const made = (await add({ lines: [{ product: 'BULB', quantity: 5 }] })).json()
    expect([made.state, made.orderedAt, made.number.slice(0, 3)]).toEqual(['draft', null, 'PO-'])
    const [{ why, expectedAt: at }] = made.lines
    expect(why).toEqual([
      { code: 'as-entered', values: { at } },
      { code: 'not-placed', values: {} },
    ])
    const listed = async (query: string) =>
      (await as('GET', `/v1/purchase-orders?${query}`)).json().items.map(({ id }: { id: string }) => id)
    expect(await listed('product=BULB')).toEqual([made.id])
    expect(await listed('warehouse=WH-A&supplier=Bright%20Lamps&state=sent')).toEqual([order.id])
    expect(await listed('supplier=Nobody')).toEqual([])
    expect([await listed('q=po-7'), await listed('q=the%20bul'), await listed('q=%25')]).toEqual([[order.id], [made.id], []])
    expect((await as('GET', '/v1/suppliers')).json()).toEqual({ items: ['Bright Lamps'] })
  })

  it('What is wrong with an order is said with where it stands, and nothing of it is kept.', async () => {
    const before = (await as('GET', '/v1/purchase-orders')).json().items.length
    const refused = async (order: object) => (await add(order)).json().errors.map(({ path }: { path: string }) => path)
    expect(await refused({ lines: [{ product: 'NOTHING', quantity: 1 }] })).toEqual(['/lines/0/product'])
    expect(await refused({ warehouse: 'WH-X', lines: [{ product: 'LAMP', quantity: 1 }] })).toEqual(['/warehouse'])
    const twice = [
      { product: 'LAMP', quantity: 1 },
      { product: 'LAMP', quantity: 2 },
      { product: 'DOLLAR', quantity: 2 },
    ]
    expect(await refused({ lines: twice, orderedAt: ago(-1) })).toEqual(['/orderedAt', '/lines/1/product', '/lines/2/product'])
    const [past] = [{ product: 'LAMP', quantity: 1, expectedAt: ago(9) }]
    expect(await refused({ orderedAt: ago(5), lines: [past] })).toEqual(['/lines/0/expectedAt'])
    expect((await as('GET', '/v1/purchase-orders')).json().items).toHaveLength(before)
  })

  it('What comes of an order in part is booked with its date, and the rest stays open and in transit.', async () => {
    const { id, number } = await placed({ CABLE: 100, PLUG: 40 })
    const at = ago(2)
    const first = await receive(id, { externalId: 'd1', at, lines: [{ product: 'CABLE', quantity: 60 }] })
    expect(first.json()).toMatchObject({ recorded: 1, known: 0, overDelivered: [], order: { state: 'sent' } })
    expect(await stockOf('CABLE')).toMatchObject({ onHand: 60, inTransit: 40 })
    const [movement] = (await as('GET', '/v1/stock/CABLE/WH-A')).json().movements
    expect(movement).toEqual({ kind: 'receipt', change: 60, at, reference: number, externalId: `${number}/d1` })
    // The answer was lost, and it is told again.
    expect((await receive(id, { externalId: 'd1', at, lines: [{ product: 'CABLE', quantity: 60 }] })).json()).toMatchObject({
      ...{ recorded: 0, known: 1 },
    })
    const rest = (await receive(id, { externalId: 'd2' })).json()
    expect(rest).toMatchObject({ recorded: 2, order: { state: 'received' } })
    expect((await receive(id, { externalId: 'd2' })).json()).toMatchObject({ recorded: 0, known: 2 })
    expect(await stockOf('CABLE')).toMatchObject({ onHand: 100, inTransit: 0 })
    expect(await stockOf('PLUG')).toMatchObject({ onHand: 40, inTransit: 0 })
    const { receipts } = (await as('GET', `/v1/purchase-orders/${id}`)).json()
    expect(receipts.map(({ product, quantity }: { product: string; quantity: number }) => [product, quantity])).toEqual([
      ['CABLE', 60],
      ['CABLE', 40],
      ['PLUG', 40],
    ])
  })

  it('More than was ordered is recorded, and said clearly.', async () => {
    const { id } = await placed({ BULB: 10 })
    const { overDelivered, order } = (await receive(id, { externalId: 'd', lines: [{ product: 'BULB', quantity: 12 }] })).json()
    expect(overDelivered).toEqual([{ product: 'BULB', ordered: 10, received: 12 }])
    expect([order.state, order.lines[0].received]).toEqual(['received', 12])
    // Only the draft of before is still to come.
    expect(await stockOf('BULB')).toMatchObject({ onHand: 12, inTransit: 5 })
    const later = (await receive(id, { externalId: 'late', lines: [{ product: 'BULB', quantity: 1 }] })).json()
    expect(later).toMatchObject({ recorded: 1, overDelivered: [{ received: 13 }] })
  })

  it('What many tell at once counts once.', async () => {
    const { id } = await placed({ PLUG: 50 })
    const before = (await stockOf('PLUG')).onHand
    const answers = await Promise.all(Array.from({ length: 6 }, () => receive(id, { externalId: 'once' })))
    expect(answers.map((answer) => answer.json().recorded).toSorted()).toEqual([0, 0, 0, 0, 0, 1])
    expect((await stockOf('PLUG')).onHand).toBe(before + 50)
  })

  it('Goods that the ledger was told of already are noted and not booked twice.', async () => {
    const { id, number } = await placed({ CABLE: 30 })
    const before = (await stockOf('CABLE')).onHand
    await as('POST', '/v1/stock/movements', {
      items: [{ externalId: 'scanner-1', kind: 'receipt', product: 'CABLE', warehouse: 'WH-A', quantity: 30, reference: number }],
    })
    expect((await receive(id, { externalId: 'd', isBooked: false })).json()).toMatchObject({ recorded: 1, order: { state: 'received' } })
    expect(await stockOf('CABLE')).toMatchObject({ onHand: before + 30, inTransit: 0 })
  })

  it('What cannot have come is refused, and nothing of it is booked.', async () => {
    const { id } = await placed({ CABLE: 30 })
    const before = await stockOf('CABLE')
    await receive(id, { externalId: 'd1', lines: [{ product: 'CABLE', quantity: 3 }] })
    const wrong = await receive(id, {
      externalId: 'd1',
      at: ago(400),
      lines: [
        { product: 'CABLE', quantity: 4 },
        { product: 'LAMP', quantity: 1 },
      ],
    })
    expect([wrong.statusCode, wrong.json().errors.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ['/at', '/lines/0/quantity', '/lines/1/product'],
    ])
    expect((await receive(id, { externalId: 'd2', at: ago(-1) })).json().errors[0].path).toBe('/at')
    expect(await stockOf('CABLE')).toMatchObject({ onHand: before.onHand + 3 })
    const draft = (await add({ lines: [{ product: 'PLUG', quantity: 1 }] })).json()
    expect((await receive(draft.id, { externalId: 'd' })).json().code).toBe('purchase-order-state')
    const none = await receive('00000000-0000-4000-8000-000000000000', { externalId: 'd' })
    expect([none.statusCode, none.json().code]).toEqual([404, 'purchase-order-not-found'])
    expect((await as('PATCH', `/v1/purchase-orders/${draft.id}`, { state: 'cancelled' })).json().state).toBe('cancelled')
    // Of an order that is cancelled after a part has come the rest comes no more.
    expect((await as('PATCH', `/v1/purchase-orders/${id}`, { state: 'cancelled' })).json()).toMatchObject({
      ...{ state: 'cancelled', lines: [{ received: 3 }] },
    })
    expect(await stockOf('CABLE')).toMatchObject({ onHand: before.onHand + 3, inTransit: 0 })
  })

  it('When a supplier says when it comes, that is what is expected.', async () => {
    const { id } = await placed({ LAMP: 10 })
    const promised = ago(-40)
    const { lines } = (await as('PATCH', `/v1/purchase-orders/${id}`, { expectedAt: promised })).json()
    expect(lines).toMatchObject([{ expectedAt: promised, isPromised: true }])
  })

  it('What of an order a live shipment carries is in transit once, and what it does not carry stays open.', async () => {
    const { id, number } = await placed({ PLUG: 50 })
    const leg = { mode: 'sea', carrier: 'Blue Anchor Line', origin: 'CNSZX', destination: 'WH-A' }
    await as('POST', '/v1/shipments', {
      ...{ incoterm: 'DAP', incotermPlace: 'Utrecht', reference: number, parties: [] },
      items: [{ product: 'PLUG', description: 'Plugs', hsCode: '853669', quantity: 30, value: { minorUnits: 1, currency: 'EUR' } }],
      legs: [{ ...leg, plannedDeparture: ago(10), plannedArrival: ago(-20) }],
    })
    expect((await stockOf('PLUG')).inTransit).toBe(50)
    const [line] = (await as('GET', `/v1/purchase-orders/${id}`)).json().lines
    expect(line.why.map(({ code, values }: { code: string; values: object }) => [code, values])).toMatchObject([
      ['on-shipment', { quantity: 30 }],
      ['as-entered', {}],
      ['overdue', {}],
    ])
    const { arrivals } = (await as('GET', '/v1/stock/PLUG/WH-A')).json()
    expect(arrivals.map(({ kind, quantity }: { kind: string; quantity: number }) => [kind, quantity]).toSorted()).toEqual([
      ['purchase-order', 20],
      ['shipment', 30],
    ])
    await receive(id, { externalId: 'd', lines: [{ product: 'PLUG', quantity: 20 }] })
    expect((await stockOf('PLUG')).inTransit).toBe(30)
  })
})

describe('Approved orders', () => {
  it('of one supplier for one warehouse go on one draft, which bears what ordering costs once.', async () => {
    const api = await startApi()
    try {
      const as = await api.as('operator')
      const place = { code: 'WH-A', name: 'Utrecht', kind: 'warehouse', country: 'NL', lat: 52, lon: 5, zone: 'UTC', geofenceRadiusKm: 2 }
      await as('PUT', '/v1/locations/WH-A', place)
      await as('POST', '/v1/warehouses', { code: 'WH-A' })
      for (const sku of ['LAMP', 'BULB']) {
        await as('POST', '/v1/products', { sku, name: sku, cost: { minorUnits: 500, currency: 'EUR' } })
        await as('PUT', `/v1/stock/${sku}/WH-A/terms`, { supplier: 'Bright Lamps', leadTimeDays: 30, orderCostMinorUnits: 4000 })
        for (const quantity of [10, 20])
          await api.database.sql`
            insert into stock_proposal (kind, product, warehouse, quantity, cost_minor_units, currency, reasons, effect, created_at, state)
            values ('order', ${sku}, 'WH-A', ${quantity}, ${4000 + quantity * 500}, 'EUR', '[]',
              '{"stockOutBefore":0.5,"stockOutAfter":0.1,"days":3}', now(), ${quantity === 10 ? 'open' : 'superseded'})`
      }
      const open = async () => (await as('GET', '/v1/stock/proposals?state=open')).json().items
      for (const { id } of await open()) await as('POST', `/v1/stock/proposals/${id}/approve`)
      const orders = async () => (await as('GET', '/v1/purchase-orders')).json().items
      const [order, ...others] = await orders()
      expect(others).toEqual([])
      expect(order.cost.minorUnits).toBe(4000 + 2 * 10 * 500)
      expect(order.lines.map(({ product, quantity }: { product: string; quantity: number }) => [product, quantity])).toEqual([
        ['BULB', 10],
        ['LAMP', 10],
      ])
      // More of the same product is another order.
      await api.database.sql`update stock_proposal set state = 'open' where state = 'superseded' and product = 'LAMP'`
      for (const { id } of await open()) await as('POST', `/v1/stock/proposals/${id}/approve`)
      expect(await orders()).toHaveLength(2)
    } finally {
      await api.stop()
    }
  })
})
