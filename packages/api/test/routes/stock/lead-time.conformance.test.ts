import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtStock } from '../../support/look-at-stock.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const dayMs = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString()
const key = { product: 'LAMP', warehouse: 'WH-A' }

describe('Lead times', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const detail = async () => (await as('GET', '/v1/stock/LAMP/WH-A')).json()
  const order = async (product: string, daysAgo: number) =>
    (
      await as('POST', '/v1/purchase-orders', {
        ...{ supplier: 'Bright Lamps', warehouse: 'WH-A', orderedAt: ago(daysAgo), lines: [{ product, quantity: 100 }] },
      })
    ).json()
  const came = async (id: string, daysAgo: number, quantity = 100) => {
    const [line] = (await as('GET', `/v1/purchase-orders/${id}`)).json().lines
    const lines = [{ product: line.product, quantity }]
    await as('POST', `/v1/purchase-orders/${id}/receipts`, { externalId: `d${daysAgo}`, at: ago(daysAgo), lines, isBooked: false })
  }

  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
    const place = { code: 'WH-A', name: 'Utrecht', kind: 'warehouse', country: 'NL', lat: 52, lon: 5, zone: 'UTC', geofenceRadiusKm: 2 }
    await as('PUT', '/v1/locations/WH-A', place)
    await as('PUT', '/v1/locations/CNSZX', { ...place, code: 'CNSZX', kind: 'port' })
    await as('POST', '/v1/warehouses', { code: 'WH-A' })
    for (const sku of ['LAMP', 'BULB']) {
      await as('POST', '/v1/products', { sku, name: sku, cost: { minorUnits: 500, currency: 'EUR' } })
      await as('PUT', `/v1/stock/${sku}/WH-A/terms`, { supplier: 'Bright Lamps', leadTimeDays: 20, leadTimeSdDays: 1 })
    }
    const items = Array.from({ length: 60 }, (_, at) => ({ ...key, day: ago(at + 1).slice(0, 10), quantity: 8 + (at % 5) }))
    await as('POST', '/v1/demand-history', { items })
    await as('POST', '/v1/stock/movements', { items: [{ ...key, externalId: 'r', kind: 'receipt', quantity: 400 }] })
  })
  afterAll(() => api?.stop())

  it('are those of the terms before anything was ordered.', async () => {
    expect((await detail()).leadTime).toEqual({
      ...{ meanDays: 20, sdDays: 1, agreedDays: 20, agreedSdDays: 1 },
      ...{ orders: 0, otherOrders: 0, onShipments: 0, agreedShare: 1 },
    })
  })

  it('are learnt from what came of past orders, and with them the reorder point.', async () => {
    await lookAtStock(api, key)
    const before = (await detail()).policy
    for (const [placed, arrived] of [
      [300, 274],
      [240, 204],
      [180, 150],
      [120, 96],
    ] as const)
      await came((await order('LAMP', placed)).id, arrived)
    await came((await order('BULB', 90)).id, 60)
    const { leadTime } = await detail()
    expect(leadTime).toMatchObject({ orders: 4, otherOrders: 1, onShipments: 0, agreedDays: 20 })
    expect(leadTime.meanDays).toBeGreaterThan(23)
    expect(leadTime.meanDays).toBeLessThan(29)
    expect(leadTime.sdDays).toBeGreaterThan(3)
    await lookAtStock(api, key)
    const after = (await detail()).policy
    expect(after.protectionDays).toBeCloseTo(leadTime.meanDays + 1, 6)
    expect(after.safetyStock).toBeGreaterThan(before.safetyStock)
    expect(after.reorderPoint).toBeGreaterThan(before.reorderPoint)
    // What if it were as agreed?
    const asked = (await as('POST', '/v1/stock/what-if', { ...key, leadTimeDays: 20, leadTimeSdDays: 1 })).json()
    expect(asked.policy.reorderPoint).toBe(before.reorderPoint)
  })

  it('make an interval of when an order comes, wider than its terms and narrower once a shipment carries it.', async () => {
    const { id, number, lines } = await order('LAMP', 10)
    const widthOf = ({ p10, p90 }: { p10: string; p90: string }) => (Date.parse(p90) - Date.parse(p10)) / dayMs
    const { meanDays } = (await detail()).leadTime
    const [{ arrival }] = lines
    expect(widthOf(arrival)).toBeGreaterThan(6)
    expect((Date.parse(arrival.p50) - Date.now()) / dayMs).toBeGreaterThan(meanDays - 12)
    const [coming] = (await detail()).arrivals
    expect([coming.label, coming.quantity, coming.p50.slice(0, 16)]).toEqual([number, 100, arrival.p50.slice(0, 16)])

    const shipment = await as('POST', '/v1/shipments', {
      ...{ incoterm: 'DAP', incotermPlace: 'Utrecht', reference: number, parties: [] },
      items: [{ product: 'LAMP', description: 'Lamps', hsCode: '940521', quantity: 100, value: { minorUnits: 1, currency: 'EUR' } }],
      legs: [
        {
          ...{ mode: 'sea', carrier: 'Blue Anchor Line', origin: 'CNSZX', destination: 'WH-A' },
          ...{ plannedDeparture: ago(5), plannedArrival: ago(-40) },
        },
      ],
    })
    const shipmentId = shipment.json().id
    await api.database.sql`
      update shipment set eta_p10 = ${ago(-42)}, eta_p50 = ${ago(-44)}, eta_p90 = ${ago(-47)} where id = ${shipmentId}`
    const shown = (await as('GET', `/v1/purchase-orders/${id}`)).json()
    expect(shown.shipments).toEqual([{ id: shipmentId, trackingNumber: shipment.json().trackingNumber }])
    expect(widthOf(shown.lines[0].arrival)).toBeCloseTo(5, 3)
    // 54 days from ordering: the supplier is slower than it was.
    const { leadTime } = await detail()
    expect(leadTime.onShipments).toBe(1)
    expect(leadTime.meanDays).toBeGreaterThan(meanDays + 2)
    await came(id, 0, 60)
    await as('POST', `/v1/purchase-orders/${id}/receipts`, { externalId: 'rest' })
    expect((await as('GET', `/v1/purchase-orders/${id}`)).json().lines[0].arrival).toBeNull()
    // It came today, after 10 days, so the 54 that were feared count no longer.
    expect((await detail()).leadTime).toMatchObject({ orders: 5, onShipments: 0 })
    expect((await detail()).leadTime.meanDays).toBeLessThan(meanDays)
  })

  it('keep to what a supplier promises of an order.', async () => {
    const { id } = await order('BULB', 3)
    const { lines } = (await as('PATCH', `/v1/purchase-orders/${id}`, { expectedAt: ago(-60) })).json()
    const inDays = (Date.parse(lines[0].arrival.p50) - Date.now()) / dayMs
    expect(inDays).toBeGreaterThan(58)
    expect(inDays).toBeLessThan(61)
  })
})
