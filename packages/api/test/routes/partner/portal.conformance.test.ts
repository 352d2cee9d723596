import type {
  PartnerDemandList,
  PartnerOrder,
  PartnerOrderList,
  PartnerOwnEvidenceList,
  PartnerProfile,
} from '@lading/shared/contract/partner-portal'
import type { PurchaseOrder } from '@lading/shared/contract/purchase-order'
import type { User } from '@lading/shared/contract/user'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { password, startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-03-29T12:00:00Z')
const dayMs = 86_400_000
const dayIn = (days: number) => new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10)
type Send = Awaited<ReturnType<TestApi['as']>>

describe('What somebody of a partner sees and does', () => {
  let api: TestApi
  let staff: Send
  let admin: Send
  let lamps: Send
  const order = async (supplier: string, placed = true) =>
    (
      await staff('POST', '/v1/purchase-orders', {
        ...{ supplier, warehouse: 'WH-A', lines: ['LAMP', 'BULB'].map((product) => ({ product, quantity: 10 })) },
        ...(placed && { orderedAt: new Date(now.getTime() - 10 * dayMs).toISOString() }),
      })
    ).json<PurchaseOrder>()
  const confirm = (id: string, ...days: [string, string][]) =>
    lamps('POST', `/v1/partner/orders/${id}/confirmations`, { lines: days.map(([product, day]) => ({ product, day })) })
  const seen = async (id: string) => (await staff('GET', `/v1/purchase-orders/${id}`)).json<PurchaseOrder>()

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    staff = await api.as('operator')
    admin = await api.as('admin')
    const place = { name: 'Utrecht', kind: 'warehouse', country: 'NL', lat: 52, lon: 5, zone: 'Europe/Amsterdam', geofenceRadiusKm: 2 }
    for (const one of [...places, { code: 'WH-A', ...place }]) await staff('PUT', `/v1/locations/${one.code}`, one)
    await staff('POST', '/v1/warehouses', { code: 'WH-A' })
    for (const sku of ['LAMP', 'BULB', 'FOREIGN'])
      await staff('POST', '/v1/products', { sku, name: `The ${sku}`, cost: { minorUnits: 500, currency: 'EUR' } })
    const terms = (sku: string, supplier: string) =>
      staff('PUT', `/v1/stock/${sku}/WH-A/terms`, { supplier, leadTimeDays: 30, orderCostMinorUnits: 4000 })
    await Promise.all([terms('LAMP', 'Bright Lamps'), terms('BULB', 'bright lamps'), terms('FOREIGN', 'Dim Bulbs')])
    await staff('PUT', '/v1/partners/lamps', { name: 'Bright Lamps', country: 'CN', roles: ['supplier'] })
    lamps = api.sender(await api.letIn('lamps'))
  })
  afterAll(() => api?.stop())

  it('An admin lets them in for one partner, and what the role says of that always holds.', async () => {
    const person = { email: 'ada@lamps.example', name: 'Ada', role: 'partner', partner: 'lamps', password }
    const added = await admin('POST', '/v1/users', person)
    expect([added.statusCode, added.json<User>()]).toMatchObject([201, { role: 'partner', partner: 'lamps' }])
    const refusal = async (change: object) => {
      const response = await admin('POST', '/v1/users', { ...person, email: 'eve@lamps.example', ...change })
      return [response.statusCode, response.json().errors?.[0]?.path ?? response.json().code]
    }
    expect(await refusal({ partner: undefined })).toEqual([422, '/partner'])
    expect(await refusal({ role: 'viewer' })).toEqual([422, '/role'])
    expect(await refusal({ partner: 'nobody' })).toEqual([404, 'partner-not-found'])
    expect((await staff('POST', '/v1/users', person)).statusCode).toBe(403)
    const { id } = added.json<User>()
    // Nobody becomes one of the staff, neither by the api nor past it.
    expect((await admin('PATCH', `/v1/users/${id}`, { role: 'admin' })).statusCode).toBe(422)
    expect((await admin('PATCH', `/v1/users/${id}`, { role: 'partner' })).statusCode).toBe(400)
    await expect(api.database.sql`update app_user set role = 'admin' where id = ${id}`).rejects.toThrow('app_user_of_partner')
    await expect(api.database.sql`update app_user set partner_code = null where id = ${id}`).rejects.toThrow('app_user_of_partner')
    expect(JSON.stringify((await staff('GET', '/v1/people')).json())).not.toContain('Ada')
    expect((await admin('DELETE', `/v1/users/${id}`)).statusCode).toBe(204)
  })

  it('They see what they have to show, and nothing of screenings, reviews and what staff wrote.', async () => {
    const profile = async () => (await lamps('GET', '/v1/partner')).json<PartnerProfile>()
    expect(await profile()).toMatchObject({
      ...{ code: 'lamps', status: 'not-qualified' },
      reasons: [{ code: 'document-missing', document: 'registration' }],
    })
    await staff('POST', '/v1/partners/lamps/documents', { kind: 'registration', number: 'CN-1' })
    await admin('PUT', '/v1/sanctions-lists/house?source=Secret&publishedOn=2026-03-01', {
      entries: [{ ref: '1', name: 'Bright Lamps Ltd' }],
    })
    expect((await staff('GET', '/v1/partners/lamps')).json()).toMatchObject({ qualification: { status: 'conditional' } })
    expect(await profile()).toMatchObject({ status: 'qualified', reasons: [], documents: [{ number: 'CN-1' }] })
    await staff('PUT', '/v1/partners/lamps/suspension', { reason: 'Secret suspicion' })
    expect(await profile()).toMatchObject({ status: 'suspended', reasons: [{ code: 'suspended-by-person' }] })
    expect(JSON.stringify(await profile())).not.toMatch(/Secret|sanctions|review/)
    await staff('DELETE', '/v1/partners/lamps/suspension')
  })

  it('They see what their score rests on, without what staff noted and without links to what is not theirs.', async () => {
    const { id: orderId } = await order('Dim Bulbs')
    const mine = await order('BRIGHT LAMPS')
    const record = (change: object) =>
      staff('POST', '/v1/partners/lamps/evidence', { aspect: 'damage', isGood: false, note: 'Secret note', ...change })
    await record({ orderId })
    await record({ orderId: mine.id })
    const { items, total } = (await lamps('GET', '/v1/partner/evidence?aspect=damage')).json<PartnerOwnEvidenceList>()
    expect(total).toBe(2)
    expect(items.map((one) => one.order?.number ?? null).toSorted()).toEqual([mine.number, null].toSorted())
    expect(JSON.stringify(items)).not.toContain('Secret')
    const dispute = (evidenceId: string) => lamps('POST', '/v1/partner/disputes', { evidenceId, description: 'It was whole' })
    const evidenceId = items[0]?.id ?? ''
    const { number } = (await dispute(evidenceId)).json()
    const disputed = (await lamps('GET', '/v1/partner/evidence?aspect=damage')).json<PartnerOwnEvidenceList>().items[0]
    expect(disputed?.dispute).toEqual({ id: expect.any(String), number, isOpen: true, isUpheld: false, may: ['withdrawn'] })
    const [claim] = (await staff('GET', '/v1/claims?kind=score')).json().items
    expect(claim).toMatchObject({ number, partner: { code: 'lamps' }, evidenceId, description: 'It was whole' })
    expect((await dispute(evidenceId)).statusCode).toBe(409)
    await staff('PUT', '/v1/partners/dim', { name: 'Dim Bulbs', country: 'CN', roles: ['supplier'] })
    await staff('POST', '/v1/partners/dim/evidence', { aspect: 'damage', isGood: false })
    const [foreign] = (await staff('GET', '/v1/partners/dim/evidence')).json().items
    expect([(await dispute(foreign.id)).statusCode, (await dispute('leg/x/1')).statusCode]).toEqual([422, 422])
  })

  it('They withdraw a dispute of their own, and appeal where it was rejected; nobody else does.', async () => {
    const dim = api.sender(await api.letIn('dim'))
    await staff('POST', '/v1/partners/lamps/evidence', { aspect: 'payment', isGood: false })
    const payment = async () => (await lamps('GET', '/v1/partner/evidence?aspect=payment')).json<PartnerOwnEvidenceList>().items[0]
    const dispute = async () => {
      await lamps('POST', '/v1/partner/disputes', { evidenceId: (await payment())?.id, description: 'We had paid' })
      return (await payment())?.dispute?.id ?? ''
    }
    const move = (send: Send, id: string, state: string, reason?: string) =>
      send('POST', `/v1/partner/disputes/${id}/moves`, { state, reason })
    const first = await dispute()
    expect((await move(dim, first, 'withdrawn', 'Not mine')).statusCode).toBe(404)
    expect((await move(lamps, first, 'accepted', 'We are right')).statusCode).toBe(400)
    expect((await move(lamps, first, 'withdrawn')).statusCode).toBe(400)
    expect((await move(lamps, first, 'appealed', 'Too soon')).statusCode).toBe(409)
    expect((await move(lamps, first, 'withdrawn', 'We had not')).statusCode).toBe(200)
    expect((await payment())?.dispute).toBeNull()
    expect((await staff('GET', `/v1/claims/${first}`)).json()).toMatchObject({
      state: 'withdrawn',
      chain: [{ kind: 'opened' }, { kind: 'withdrawn', partner: 'lamps', body: { reason: 'We had not' } }],
    })
    expect((await move(lamps, first, 'withdrawn', 'Twice')).statusCode).toBe(409)

    const again = await dispute()
    for (const state of ['acknowledged', 'under-review', 'rejected'])
      await staff('POST', `/v1/claims/${again}/moves`, { state, reason: 'Nothing came' })
    expect((await payment())?.dispute).toMatchObject({ isOpen: false, isUpheld: false, may: ['appealed'] })
    expect((await move(lamps, again, 'appealed', 'Look at the account')).statusCode).toBe(200)
    expect((await payment())?.dispute).toMatchObject({ isOpen: true, may: ['withdrawn'] })
  })

  it('A supplier says when its order comes: planned stays, staff see who said what, and the arrival follows.', async () => {
    const { id } = await order('Bright Lamps')
    const before = await seen(id)
    api.requested.length = 0
    const said = await confirm(id, ['LAMP', dayIn(12)])
    expect(said.statusCode).toBe(200)
    expect(said.json<PartnerOrder>().lines.find(({ product }) => product === 'LAMP')?.confirmed).toMatchObject({ day: dayIn(12) })
    expect(api.requested).toEqual([expect.objectContaining({ name: 'forecast' })])
    const [bulb, lamp] = (await seen(id)).lines
    expect(bulb).toMatchObject({ confirmed: null, why: [{ code: 'agreed' }] })
    expect(lamp).toMatchObject({
      ...{ expectedAt: before.lines[1]?.expectedAt, isPromised: false },
      // Noon there; the clocks have gone forward.
      confirmed: { day: dayIn(12), at: `${dayIn(12)}T10:00:00.000Z`, by: 'Somebody of lamps', counts: true, recordedAt: now.toISOString() },
      why: [{ code: 'confirmed', values: { at: `${dayIn(12)}T10:00:00.000Z` } }],
    })
    await confirm(id, ['LAMP', dayIn(15)])
    await confirm(id, ['LAMP', dayIn(15)])
    const rows = await api.database.sql`select day::text, product from purchase_order_confirmation where order_id = ${id} order by id`
    expect(rows.map(({ day }) => day)).toEqual([dayIn(12), dayIn(15)])
    // What staff hear later by telephone counts again.
    await api.database.sql`update purchase_order_confirmation set recorded_at = recorded_at - interval '1 hour'`
    const agreed = new Date(now.getTime() + 20 * dayMs).toISOString()
    await staff('PATCH', `/v1/purchase-orders/${id}`, { expectedAt: agreed })
    expect((await seen(id)).lines[1]).toMatchObject({ confirmed: { day: dayIn(15), counts: false }, why: [{ code: 'promised' }] })
  })

  it('What cannot be confirmed is refused with where it stands, and nothing of it is kept.', async () => {
    const [{ id }, draft, others] = [await order('Bright Lamps'), await order('Bright Lamps', false), await order('Dim Bulbs')]
    const paths = async (...days: [string, string][]) =>
      (await confirm(id, ...days)).json().errors.map(({ path }: { path: string }) => path)
    expect(await paths(['LAMP', dayIn(3)], ['FOREIGN', dayIn(3)])).toEqual(['/lines/1/product'])
    expect(await paths(['LAMP', dayIn(3)], ['LAMP', dayIn(4)])).toEqual(['/lines/1/product'])
    expect(await paths(['LAMP', dayIn(-1)], ['BULB', dayIn(800)])).toEqual(['/lines/0/day', '/lines/1/day'])
    expect(await paths(['LAMP', '2026-02-30'])).toEqual(['/lines/0/day'])
    for (const foreign of [draft.id, others.id, '00000000-0000-4000-8000-000000000000']) {
      for (const response of [await confirm(foreign, ['LAMP', dayIn(3)]), await lamps('GET', `/v1/partner/orders/${foreign}`)])
        expect([response.statusCode, response.json().code, response.json().detail]).toEqual([
          ...[404, 'purchase-order-not-found', 'There is no such purchase order.'],
        ])
    }
    await staff('POST', `/v1/purchase-orders/${id}/receipts`, { externalId: 'r', lines: [{ product: 'LAMP', quantity: 10 }] })
    expect(await paths(['LAMP', dayIn(3)])).toEqual(['/lines/0/product'])
    await staff('PATCH', `/v1/purchase-orders/${id}`, { state: 'cancelled' })
    expect((await confirm(id, ['BULB', dayIn(3)])).json()).toMatchObject({ status: 409, code: 'purchase-order-state' })
    expect((await api.database.sql`select from purchase_order_confirmation where order_id = ${id}`).length).toBe(0)
    const open = (await lamps('GET', '/v1/partner/orders')).json<PartnerOrderList>().items.map((one) => one.id)
    for (const other of [id, draft.id, others.id]) expect(open).not.toContain(other)
  })

  it('A supplier sees the demand that is forecast for what it supplies, week by week, and of nothing else.', async () => {
    for (const product of ['LAMP', 'FOREIGN']) {
      const days = (per: number) => JSON.stringify(Array.from({ length: 15 }, (_, day) => per * (day + 1)))
      const cumulative = `{"0.1":${days(1)},"0.5":${days(2)},"0.9":${days(3)}}`
      const mean = JSON.stringify(Array(15).fill(2))
      await api.database.sql`
        insert into demand_forecast (product, warehouse, computed_at, from_day, days, mean, quantiles, cumulative, method, demand_class, season, reasons)
        select ${product}, 'WH-A', ${now.toISOString()}::timestamptz - age, '2026-03-29', 15, m::jsonb, '{}', ${cumulative}::text::jsonb, 'x', 'smooth', 7, '[]'
        from (values (interval '0', ${mean}::text), (interval '1 day', '[]')) as told (age, m)`
    }
    const { items } = (await lamps('GET', '/v1/partner/demand')).json<PartnerDemandList>()
    expect(items).toMatchObject([
      {
        ...{ product: 'LAMP', productName: 'The LAMP', warehouseName: 'Utrecht', country: 'NL', computedAt: now.toISOString() },
        weeks: [
          { from: '2026-03-29', until: '2026-04-04', mean: 14, p10: 7, p50: 14, p90: 21 },
          { from: '2026-04-05', until: '2026-04-11', mean: 14, p50: 14 },
        ],
      },
    ])
  })

  it('A carrier sees its legs by its names in the register, without where people live.', async () => {
    await staff('PUT', '/v1/partners/bikes', { name: 'Bikes', aliases: ['Fietskoerier'], country: 'NL', roles: ['carrier'] })
    const { id } = (await staff('POST', '/v1/shipments', newShipment())).json()
    const bikes = api.sender(await api.letIn('bikes'))
    const { items } = (await bikes('GET', '/v1/partner/shipments')).json()
    expect(items).toMatchObject([
      {
        ...{ id, as: ['carrier'], journey: null, entries: [], orders: [] },
        legs: [{ sequence: 2, mode: 'parcel', origin: { name: 'Rotterdam' }, destination: { name: null, country: 'NL' } }],
      },
    ])
    expect((await bikes('GET', '/v1/partner/shipments?open=false')).json().items).toEqual([])
    // With the alias goes what was seen by it.
    await staff('PUT', '/v1/partners/bikes', { name: 'Bikes', country: 'NL', roles: ['carrier'] })
    expect((await bikes('GET', `/v1/partner/shipments/${id}`)).statusCode).toBe(404)
    await staff('PUT', '/v1/partners/bikes', { name: 'Bikes', aliases: ['Fietskoerier'], country: 'NL', roles: ['supplier'] })
    expect((await bikes('GET', '/v1/partner/shipments')).json().items).toEqual([])
  })
})
