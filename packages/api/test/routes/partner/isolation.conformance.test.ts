import type { Shipment } from '@lading/shared/contract/shipment'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-03-29T12:00:00Z')
type Send = Awaited<ReturnType<TestApi['as']>>

const firms = {
  anchor: { name: 'Anchor Shipping', roles: ['carrier'] },
  bikes: { name: 'Bike Couriers', roles: ['carrier'] },
  stamp: { name: 'Stamp Brokers', roles: ['broker'] },
  seal: { name: 'Seal Agents', roles: ['broker'] },
  kestrel: { name: 'Kestrel Forwarding', roles: ['forwarder'] },
  lamps: { name: 'Bright Lamps', roles: ['supplier'] },
  bulbs: { name: 'Dim Bulbs', roles: ['supplier'] },
} as const
type Firm = keyof typeof firms
const all = Object.keys(firms) as Firm[]
const carrier = fc.constantFrom<Firm>('anchor', 'bikes')
const nobodyOr = (...some: Firm[]) => fc.option(fc.constantFrom(...some), { nil: undefined })

/** Who takes which part in a shipment. */
const cast = fc.record({
  ...{ first: carrier, second: carrier, broker: nobodyOr('stamp', 'seal') },
  ...{ forwarder: nobodyOr('kestrel'), supplier: nobodyOr('lamps', 'bulbs') },
})

describe('Partners among each other', () => {
  let api: TestApi
  let staff: Send
  const sessions = new Map<Firm, Send>()
  /** Texts by which something would be recognised, and whose they are. */
  const marks: { text: string; of: Set<Firm> }[] = []
  const mark = (text: string, ...of: (Firm | undefined)[]) => marks.push({ text, of: new Set(of.filter((one) => one !== undefined)) })

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    staff = await api.as('operator')
    const place = { code: 'WH-A', name: 'Utrecht', kind: 'warehouse' as const, country: 'NL' }
    for (const one of [...places, { ...place, lat: 52, lon: 5, zone: 'UTC', geofenceRadiusKm: 2 }])
      await staff('PUT', `/v1/locations/${one.code}`, one)
    await staff('POST', '/v1/warehouses', { code: 'WH-A' })
    for (const code of all) {
      await staff('PUT', `/v1/partners/${code}`, { ...firms[code], country: 'NL' })
      await staff('POST', `/v1/partners/${code}/documents`, { kind: 'other', number: `PAPER-OF-${code}` })
      sessions.set(code, api.sender(await api.letIn(code)))
      for (const text of [firms[code].name, `"${code}"`, `PAPER-OF-${code}`, `${code}.example`]) mark(text, code)
    }
    for (const code of ['lamps', 'bulbs'] as const) {
      await staff('POST', '/v1/products', { sku: `SKU-${code}`, name: `Goods of ${code}`, cost: { minorUnits: 77_777, currency: 'EUR' } })
      await staff('PUT', `/v1/stock/SKU-${code}/WH-A/terms`, { supplier: firms[code].name, leadTimeDays: 9, orderCostMinorUnits: 88_888 })
      await api.database.sql`
        insert into demand_forecast (product, warehouse, computed_at, from_day, days, mean, quantiles, cumulative, method, demand_class, season, reasons)
        values (${`SKU-${code}`}, 'WH-A', ${now.toISOString()}, '2026-03-29', 7, '[1,1,1,1,1,1,1]', '{}', '{}', 'x', 'smooth', 7, '[]')`
      mark(`SKU-${code}`, code)
      mark(`Goods of ${code}`, code)
    }
    // Whose they are: nobody's of the partners.
    for (const text of [
      'Willemijn',
      'Kerkstraat',
      'ADDR-',
      'Shenzhen Bright Lamps Ltd',
      'Desk lamp',
      // As values: the digits alone are in scores and in ids now and then.
      ':4990',
      ':77777',
      ':88888',
      'MV Example',
    ])
      mark(text)
    mark('Secret')
  })
  afterAll(() => api?.stop())

  type Cast = typeof cast extends fc.Arbitrary<infer One> ? One : never
  let made = 0
  // None is a part of another.
  const nextNumber = () => String(made++).padStart(4, '0')
  const enact = async ({ first, second, broker, forwarder, supplier }: Cast) => {
    const { parties, legs } = newShipment()
    const [sea, parcel] = legs
    if (!sea || !parcel) throw new Error('the example has two legs')
    const order = supplier && (await orderOf(supplier))
    const toWarehouse = { ...parcel, destination: 'WH-A' }
    const shipment = (
      await staff('POST', '/v1/shipments', {
        ...newShipment({
          legs: [
            { ...sea, carrier: firms[first].name },
            { ...(order ? toWarehouse : parcel), carrier: firms[second].name },
          ],
        }),
        ...{ reference: order ?? `Secret reference ${made}` },
        ...(forwarder && { parties: [...parties, { role: 'forwarder', name: firms[forwarder].name, country: 'NL' }] }),
      })
    ).json<Shipment>()
    for (const text of [shipment.id, shipment.trackingNumber]) mark(text, first, second, broker, forwarder, supplier)
    if (broker) {
      const reference = `MRN-${nextNumber()}`
      const entry = { declarant: firms[broker].name, reference, requiredDocuments: [`Paper ${reference}`] }
      await staff('PUT', `/v1/shipments/${shipment.id}/customs/2`, entry)
      mark(reference, broker)
    }
    // Staff note it against some, also where they had no part in it: the note and the link are not for them.
    for (const code of ['anchor', 'seal', 'lamps', 'kestrel'])
      await staff('POST', `/v1/partners/${code}/evidence`, {
        ...{ aspect: 'damage', isGood: false, shipmentId: shipment.id, note: `Secret: ${firms[second].name}` },
      })
    return shipment
  }
  const orderOf = async (supplier: Firm) => {
    const number = `PO-${supplier}-${nextNumber()}`
    const lines = [{ product: `SKU-${supplier}`, quantity: 10 }]
    const order = (
      await staff('POST', '/v1/purchase-orders', {
        number,
        supplier: firms[supplier].name,
        warehouse: 'WH-A',
        lines,
        orderedAt: now.toISOString(),
      })
    ).json()
    for (const text of [order.id, number]) mark(text, supplier)
    return number
  }

  const everything = async (send: Send, shipments: Shipment[]) => {
    const paths = ['', '/score', '/evidence?limit=500', '/shipments?limit=500', '/orders', '/demand']
    const answers = await Promise.all(paths.map((path) => send('GET', `/v1/partner${path}`)))
    const single = await Promise.all(shipments.map(({ id }) => send('GET', `/v1/partner/shipments/${id}`)))
    // Why something is not there is told by its address, which the caller has.
    return [...answers, ...single.filter(({ statusCode }) => statusCode === 200)].map(({ body }) => body).join('\n')
  }

  it('Whoever takes whichever parts: what is of one only is in no answer to another, and what one has a part in is.', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cast, { minLength: 1, maxLength: 3 }), async (casts) => {
        const shipments: Shipment[] = []
        for (const one of casts) shipments.push(await enact(one))
        for (const [code, send] of sessions) {
          const answers = await everything(send, shipments)
          expect(
            marks.filter(({ text, of }) => !of.has(code) && answers.includes(text)).map(({ text }) => text),
            code,
          ).toEqual([])
          for (const { id, trackingNumber } of shipments) {
            const takesPart = marks.some(({ text, of }) => text === id && of.has(code))
            expect(answers.includes(trackingNumber), `${code} sees ${trackingNumber}`).toBe(takesPart)
          }
        }
      }),
      { numRuns: 3 },
    )
  }, 60_000)
})
