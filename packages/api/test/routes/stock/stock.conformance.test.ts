import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

const place = (code: string, kind = 'warehouse') => ({
  ...{ code, name: `Place ${code}`, kind, country: 'NL', lat: 52, lon: 5, zone: 'Europe/Amsterdam', geofenceRadiusKm: 2 },
})
const lamp = { sku: 'LAMP-1', name: 'Desk lamp', cost: { minorUnits: 1200, currency: 'EUR' }, price: { minorUnits: 2900, currency: 'EUR' } }

describe('Stock', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const move = (...items: object[]) => as('POST', '/v1/stock/movements', { items })
  const onHand = async (product: string, warehouse: string) =>
    (await as('GET', `/v1/stock?product=${product}&warehouse=${warehouse}`)).json().items[0]?.onHand
  const csv = (text: string) =>
    api.app.inject({ method: 'POST', url: '/v1/demand-history', cookies, headers: { 'content-type': 'text/csv' }, body: text })
  let cookies: Record<string, string>

  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
    cookies = await api.signIn('operator')
    for (const code of ['WH-A', 'WH-B']) {
      await as('PUT', `/v1/locations/${code}`, place(code))
      await as('POST', '/v1/warehouses', { code })
    }
    for (const sku of ['LAMP-1', 'LAMP-2', 'LAMP-3', 'LAMP-4']) await as('POST', '/v1/products', { ...lamp, sku })
  })
  afterAll(() => api?.stop())

  it('A product is added with what is usual for what is left out, and changed when it is told again.', async () => {
    const added = (await as('POST', '/v1/products', lamp)).json()
    expect(added).toEqual({ ...lamp, hsCode: null, unit: 'piece', packSize: 1, minimumOrder: 1, shelfLifeDays: null })
    await as('POST', '/v1/products', { ...lamp, packSize: 6 })
    const listed = (await as('GET', '/v1/products')).json()
    expect(listed.filter(({ sku }: { sku: string }) => sku === 'LAMP-1')).toMatchObject([{ packSize: 6 }])
    const wrong = await as('POST', '/v1/products', { ...lamp, cost: { minorUnits: 1, currency: 'XYZ' } })
    expect([wrong.statusCode, wrong.json().errors[0].path]).toEqual([422, '/cost/currency'])
    expect((await as('POST', '/v1/products', { ...lamp, price: { minorUnits: 1, currency: 'USD' } })).json().errors[0].path).toBe(
      '/price/currency',
    )
  })

  it('Stock is kept at warehouses, not in ports.', async () => {
    await as('PUT', '/v1/locations/NLRTM', place('NLRTM', 'port'))
    const refused = await as('POST', '/v1/warehouses', { code: 'NLRTM' })
    expect([refused.statusCode, refused.json().errors]).toEqual([422, [{ path: '/code', message: 'is a port' }]])
    expect((await as('GET', '/v1/warehouses')).json().map(({ code }: { code: string }) => code)).toEqual(['WH-A', 'WH-B'])
  })

  it('What is on hand is the sum of what came, went, was moved, put right and counted.', async () => {
    const base = { product: 'LAMP-2', warehouse: 'WH-A' }
    const answer = await move(
      { ...base, externalId: 'r1', kind: 'receipt', quantity: 100 },
      { ...base, externalId: 'i1', kind: 'issue', quantity: 30 },
      { ...base, externalId: 't1', kind: 'transfer', to: 'WH-B', quantity: 20 },
      { ...base, externalId: 'a1', kind: 'adjustment', quantity: -3 },
      { ...base, externalId: 'c1', kind: 'count', quantity: 45 },
    )
    expect(answer.json()).toEqual({ recorded: 6, known: 0, belowZero: [] })
    expect([await onHand('LAMP-2', 'WH-A'), await onHand('LAMP-2', 'WH-B')]).toEqual([45, 20])
    const { rows } = {
      rows: await api.database
        .sql`select warehouse, sum(change)::int as sum from stock_movement where product = 'LAMP-2' group by 1 order by 1`,
    }
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { warehouse: 'WH-A', sum: 45 },
      { warehouse: 'WH-B', sum: 20 },
    ])
  })

  it('What is told twice, even at the same time, counts once.', async () => {
    const receipt = { product: 'LAMP-3', warehouse: 'WH-A', externalId: 'once', kind: 'receipt', quantity: 10 }
    const answers = await Promise.all(Array.from({ length: 6 }, () => move(receipt, receipt)))
    expect(answers.map((answer) => answer.json().recorded).reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(await onHand('LAMP-3', 'WH-A')).toBe(10)
  })

  it('More going than ever came is recorded, and said.', async () => {
    const answer = await move({ product: 'LAMP-3', warehouse: 'WH-B', externalId: 'gone', kind: 'issue', quantity: 4 })
    expect(answer.json()).toEqual({ recorded: 1, known: 0, belowZero: [{ product: 'LAMP-3', warehouse: 'WH-B', onHand: -4 }] })
    expect(await onHand('LAMP-3', 'WH-B')).toBe(-4)
  })

  it('Movements that cannot be are refused with where and what, and none of them is recorded.', async () => {
    const good = { product: 'LAMP-3', warehouse: 'WH-A', externalId: 'good', kind: 'receipt', quantity: 1 }
    const strange = await move(good, { ...good, product: 'NOTHING', externalId: 'x' }, { ...good, warehouse: 'WH-X', externalId: 'y' })
    expect([strange.statusCode, strange.json().errors]).toMatchObject([
      422,
      [
        { path: '/items/1/product', message: 'there is no product NOTHING' },
        { path: '/items/2/warehouse', message: 'there is no warehouse WH-X' },
      ],
    ])
    const wrong = await move(good, { ...good, kind: 'transfer', quantity: 5 }, { ...good, kind: 'issue', quantity: -5 })
    expect(wrong.json().errors.map(({ path }: { path: string }) => path)).toEqual(['/items/1/to', '/items/2/quantity'])
    expect(await onHand('LAMP-3', 'WH-A')).toBe(10)
  })

  it('A reservation is what was said of it last, and is gone at nothing.', async () => {
    const reserved = async () => (await as('GET', '/v1/stock?product=LAMP-2&warehouse=WH-A')).json().items[0].reserved
    const reservation = { id: 'order-7', product: 'LAMP-2', warehouse: 'WH-A', quantity: 8 }
    for (const quantity of [8, 8, 5]) await as('POST', '/v1/stock/reservations', { ...reservation, quantity })
    expect(await reserved()).toBe(5)
    await as('POST', '/v1/stock/reservations', { ...reservation, quantity: 0 })
    expect(await reserved()).toBe(0)
  })

  it('Demand is imported from CSV and JSON, a day told again replaces the day, and a forecast is asked for.', async () => {
    const imported = await csv('Product,Warehouse,day,quantity,in_stock\r\n"LAMP-1",WH-A,2026-03-01,4,1\n\nLAMP-1,WH-A,2026-03-02,0,0\n')
    expect([imported.statusCode, imported.json()]).toEqual([200, { days: 2 }])
    const day = { product: 'LAMP-1', warehouse: 'WH-A', day: '2026-03-01', quantity: 5 }
    expect((await as('POST', '/v1/demand-history', { items: [day] })).json()).toEqual({ days: 1 })
    const rows = await api.database.sql`select day::text, quantity, in_stock from demand_history order by day`
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { day: '2026-03-01', quantity: 5, in_stock: true },
      { day: '2026-03-02', quantity: 0, in_stock: false },
    ])
    expect(api.requested).toContainEqual({ name: 'forecast', id: 'due' })
  })

  it('Of a file with mistakes every one is named with its line, and nothing is imported.', async () => {
    const refused = await csv(
      'product,warehouse,day,quantity\nLAMP-4,WH-A,2026-03-01,1\nLAMP-4,WH-A,2026-02-30,1\nLAMP-4,WH-A,2026-03-02,many\n',
    )
    expect([refused.statusCode, refused.headers['content-type'], refused.json().errors]).toMatchObject([
      422,
      expect.stringContaining('problem+json'),
      [
        { path: 'line 3, day', message: '"2026-02-30" is not a day such as 2026-03-31' },
        { path: 'line 4, quantity', message: '"many" is not a number from 0 to 1000000000' },
      ],
    ])
    const unknown = await csv('product,warehouse,day,quantity\nLAMP-4,WH-A,2026-03-01,1\n\nLAMP-9,WH-A,2026-03-01,1\n')
    expect(unknown.json().errors).toMatchObject([{ path: 'line 4, product', message: 'there is no product LAMP-9' }])
    expect((await csv('product,day\n')).json().errors.map(({ message }: { message: string }) => message)).toEqual([
      'there is no column warehouse',
      'there is no column quantity',
    ])
    expect((await csv('product,warehouse,day,quantity\nLAMP-4,WH-A\n')).json().errors).toMatchObject([
      { path: 'line 2', message: 'has 2 fields, the first line has 4' },
    ])
    expect(await api.database.sql`select 1 from demand_history where product = 'LAMP-4'`).toHaveLength(0)
  })

  it('An event is told once however often, and not before it begins.', async () => {
    const event = { product: 'LAMP-1', kind: 'promotion', name: 'Spring', from: '2026-04-01', until: '2026-04-07' }
    const [first, second] = [await as('POST', '/v1/demand-events', event), await as('POST', '/v1/demand-events', event)]
    expect(second.json()).toEqual(first.json())
    const wrong = await as('POST', '/v1/demand-events', { ...event, until: '2026-03-01' })
    expect([wrong.statusCode, wrong.json().errors[0].path]).toEqual([422, '/until'])
  })

  it('Terms come back in full, with what is usual for what was left out.', async () => {
    const put = await as('PUT', '/v1/stock/LAMP-1/WH-A/terms', { supplier: 'Bright Lamps', leadTimeDays: 20 })
    expect(put.json()).toMatchObject({
      supplier: 'Bright Lamps',
      leadTimeDays: 20,
      service: 'cycle',
      serviceLevel: 0.95,
      transferDays: null,
    })
    expect((await as('PUT', '/v1/stock/LAMP-9/WH-A/terms', { supplier: 'x', leadTimeDays: 1 })).statusCode).toBe(422)
    expect((await as('PUT', '/v1/stock/LAMP-1/WH-A/terms', { supplier: 'x', leadTimeDays: -1 })).statusCode).toBe(400)
  })

  it('Goods under way to a warehouse count as in transit, under the product they are items of.', async () => {
    await as('PUT', '/v1/locations/CNSZX', place('CNSZX', 'port'))
    const shipment = {
      incoterm: 'DAP',
      incotermPlace: 'Utrecht',
      parties: [],
      items: [{ product: 'LAMP-4', description: 'Lamps', hsCode: '940521', quantity: 60, value: { minorUnits: 1, currency: 'EUR' } }],
      legs: [
        {
          ...{ mode: 'sea', carrier: 'Blue Anchor Line', origin: 'CNSZX', destination: 'WH-B' },
          ...{ plannedDeparture: '2026-02-20T08:00:00.000Z', plannedArrival: '2026-03-28T06:00:00.000Z' },
        },
      ],
    }
    const created = await as('POST', '/v1/shipments', shipment)
    expect(created.json().items[0]).toMatchObject({ product: 'LAMP-4', quantity: 60 })
    await move({ product: 'LAMP-4', warehouse: 'WH-B', externalId: 'first', kind: 'receipt', quantity: 1 })
    expect((await as('GET', '/v1/stock?product=LAMP-4')).json().items).toMatchObject([{ warehouse: 'WH-B', onHand: 1, inTransit: 60 }])
    const strange = await as('POST', '/v1/shipments', { ...shipment, items: [{ ...shipment.items[0], product: 'NOTHING' }] })
    expect(strange.json().errors).toMatchObject([{ path: '/items/0/product', message: 'there is no product NOTHING' }])
  })
})
