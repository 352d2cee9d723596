import type { PartnerDetail, PartnerList } from '@lading/shared/contract/partner'
import type { PartnerEvidenceList } from '@lading/shared/contract/partner-evidence'
import type { PartnerProfile } from '@lading/shared/contract/partner-portal'
import type { ScreeningHits } from '@lading/shared/contract/sanctions'
import type { Shipment } from '@lading/shared/contract/shipment'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-05-01T00:00:00Z')
const anchor = {
  name: 'Blue Anchor Line',
  country: 'NL',
  roles: ['carrier'],
  aliases: ['Blue Anchor'],
  identifiers: [{ kind: 'scac', value: 'BLAN' }],
  reviewDue: '2026-12-31',
}
const licence = { kind: 'operating-licence', number: 'NL-1', validFrom: '2024-01-01', validUntil: '2027-01-01' }

describe('Partners', () => {
  let api: TestApi
  let operator: Awaited<ReturnType<TestApi['as']>>
  let admin: typeof operator
  let shipment: Shipment
  const csv = async (method: 'POST' | 'PUT', url: string, payload: string) =>
    api.app.inject({ method, url, cookies: await api.signIn('admin'), headers: { 'content-type': 'text/csv' }, payload })
  const get = async (code: string) => (await operator('GET', `/v1/partners/${code}`)).json<PartnerDetail>()
  const put = (code: string, partner: object) => operator('PUT', `/v1/partners/${code}`, partner)
  const evidence = async (code: string, query = '') =>
    (await operator('GET', `/v1/partners/${code}/evidence${query}`)).json<PartnerEvidenceList>()

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    operator = await api.as('operator')
    admin = await api.as('admin')
    for (const place of places) await operator('PUT', `/v1/locations/${place.code}`, place)
    const forwarder = { role: 'forwarder' as const, name: 'Kestrel Forwarding', country: 'NL' }
    const parties = [...newShipment().parties, forwarder]
    shipment = (await operator('POST', '/v1/shipments', newShipment({ parties }))).json<Shipment>()
  })
  beforeEach(
    () =>
      api.database.sql`
        with gone as (delete from sanctions_list), people as (delete from app_user where partner_code is not null) delete from partner`,
  )
  afterAll(() => api?.stop())

  it('are said by operators and read by everybody who signs in, with why they are not qualified yet.', async () => {
    const said = await put('anchor', anchor)
    expect(said.statusCode).toBe(200)
    expect(said.json<PartnerDetail>()).toMatchObject({
      ...{ code: 'anchor', ...anchor, score: null, aspects: [], scores: [], hits: [] },
      qualification: {
        status: 'not-qualified',
        reasons: [
          { code: 'document-missing', document: 'operating-licence' },
          { code: 'document-missing', document: 'insurance' },
        ],
      },
      history: [{ kind: 'added' }],
    })
    await operator('POST', '/v1/partners/anchor/documents', licence)
    const qualified = (await operator('POST', '/v1/partners/anchor/documents', { kind: 'insurance' })).json<PartnerDetail>()
    expect(qualified.qualification).toEqual({ status: 'qualified', reasons: [], nextExpiry: '2027-01-01' })
    const viewer = await api.as('viewer')
    expect((await viewer('GET', '/v1/partners')).json<PartnerList>().items.map(({ code }) => code)).toEqual(['anchor'])
    for (const [method, url] of [
      ['PUT', '/v1/partners/anchor'],
      ['POST', '/v1/partners/anchor/evidence'],
    ] as const)
      expect((await viewer(method, url, anchor)).statusCode).toBe(403)
    expect((await operator('GET', '/v1/partners/nobody')).json()).toMatchObject({ code: 'partner-not-found' })
  })

  it('come in pages, those first whose documents end first, by what they are called, do and are.', async () => {
    for (const [code, ends] of [
      ['lasts', null],
      ['also-lasts', null],
      ['soon', '2026-05-20'],
      ['ended', '2026-04-01'],
    ] as const) {
      await put(code, {
        ...anchor,
        name: `Line ${code}`,
        roles: code === 'soon' ? ['buyer', 'supplier'] : ['supplier'],
        aliases: [`Cape ${code}`],
      })
      await operator('POST', `/v1/partners/${code}/documents`, { kind: 'registration', ...(ends && { validUntil: ends }) })
    }
    const page = async (query: string) => (await operator('GET', `/v1/partners?${query}`)).json<PartnerList>()
    const codes = ({ items }: PartnerList) => items.map(({ code }) => code)
    const first = await page('limit=3')
    expect([codes(first), first.total]).toEqual([['ended', 'soon', 'also-lasts'], 4])
    const next = await page(`limit=3&cursor=${first.nextCursor}`)
    expect([codes(next), next.nextCursor]).toEqual([['lasts'], null])
    expect(codes(await page('q=cape%20LASTS'))).toEqual(['lasts'])
    expect(codes(await page('q=%25'))).toEqual([])
    expect(codes(await page('role=buyer'))).toEqual(['soon'])
    expect([codes(await page('status=not-qualified')), codes(await page('status=conditional'))]).toEqual([['ended'], ['soon']])
    expect((await page('status=qualified&limit=1')).total).toBe(2)
    expect((await operator('GET', '/v1/partners?cursor=x')).json()).toMatchObject({ code: 'cursor-not-valid' })
    expect((await operator('GET', '/v1/partners?role=pirate')).statusCode).toBe(400)
  })

  it('keep what was changed of them, by whom; what is said again changes nothing.', async () => {
    await put('anchor', anchor)
    await put('anchor', anchor)
    await put('anchor', { ...anchor, name: 'Blue Anchor Shipping' })
    await operator('PUT', '/v1/partners/anchor/suspension', { reason: 'Two ships detained' })
    const suspended = await get('anchor')
    expect(suspended.qualification.status).toBe('suspended')
    await operator('DELETE', '/v1/partners/anchor/suspension')
    const { history } = await get('anchor')
    expect(history.map(({ kind, changes }) => [kind, changes])).toEqual([
      ['reinstated', { reason: 'Two ships detained' }],
      ['suspended', { reason: 'Two ships detained' }],
      ['changed', { name: ['Blue Anchor Line', 'Blue Anchor Shipping'] }],
      ['added', expect.objectContaining({ name: 'Blue Anchor Line' })],
    ])
    const [person] = await api.database.sql`select id from app_user where role = 'operator'`
    expect(new Set(history.map(({ by }) => by))).toEqual(new Set([person?.id]))
  })

  it('tell of documents of their own, which count once staff have accepted them; what is refused says why.', async () => {
    await put('anchor', anchor)
    await put('other', { ...anchor, name: 'Another', aliases: [] })
    const [its, others, viewer] = [api.sender(await api.letIn('anchor')), api.sender(await api.letIn('other')), await api.as('viewer')]
    const tell = async (document: object) => (await its('POST', '/v1/partner/documents', document)).json<PartnerProfile>()
    const decide = (send: typeof operator, id: string, decision: object) => send('POST', `/v1/partner-submissions/${id}/decision`, decision)
    const told = await tell({ ...licence, number: ' NL-1 ', note: 'A copy came by mail' })
    const [{ id } = { id: '' }] = told.submitted
    expect(told).toMatchObject({
      ...{ documents: [], reasons: [{ document: 'operating-licence' }, { document: 'insurance' }] },
      submitted: [{ ...licence, note: 'A copy came by mail', state: 'open', reason: null }],
    })
    expect((await viewer('GET', '/v1/partner-submissions')).json()).toMatchObject({ items: [{ id, partner: { code: 'anchor' } }] })
    expect((await others('GET', '/v1/partner')).json()).toMatchObject({ submitted: [] })
    expect((await others('DELETE', `/v1/partner/documents/${id}`)).statusCode).toBe(404)
    expect([(await its('GET', '/v1/partner-submissions')).statusCode, (await decide(its, id, { state: 'accepted' })).statusCode]).toEqual([
      403, 403,
    ])
    expect((await decide(viewer, id, { state: 'accepted' })).statusCode).toBe(403)

    const accepted = (await decide(operator, id, { state: 'accepted' })).json<PartnerDetail>()
    expect(accepted).toMatchObject({ code: 'anchor', documents: [licence], submitted: [] })
    expect(accepted.qualification.reasons).toMatchObject([{ document: 'insurance' }])
    expect((await decide(operator, id, { state: 'refused', reason: 'Too late' })).statusCode).toBe(404)
    expect((await its('DELETE', `/v1/partner/documents/${id}`)).statusCode).toBe(404)

    const [insurance] = (await tell({ kind: 'insurance', validUntil: '2026-12-31' })).submitted
    expect((await decide(operator, insurance?.id ?? '', { state: 'refused' })).json().errors).toMatchObject([{ path: '/reason' }])
    await decide(operator, insurance?.id ?? '', { state: 'refused', reason: 'Of another firm' })
    const profile = async () => (await its('GET', '/v1/partner')).json<PartnerProfile>()
    expect((await profile()).submitted).toMatchObject([{ kind: 'insurance', state: 'refused', reason: 'Of another firm' }])
    const [next, ...rest] = (await tell({ kind: 'insurance', validUntil: '2027-12-31' })).submitted
    expect([next?.validUntil, rest]).toEqual(['2027-12-31', []])
    expect((await its('DELETE', `/v1/partner/documents/${next?.id}`)).statusCode).toBe(200)
    expect((await profile()).submitted).toMatchObject([{ state: 'refused' }])
    expect((await get('anchor')).history.map(({ kind }) => kind)).toEqual([
      ...['document-submitted', 'document-refused', 'document-submitted', 'document-added', 'document-submitted', 'added'],
    ])
    const late = await its('POST', '/v1/partner/documents', { ...licence, validUntil: '2023-01-01' })
    expect([late.statusCode, late.json().errors]).toMatchObject([422, [{ path: '/validUntil' }]])
  })

  it('are imported all or none, with the line and the field that is wrong.', async () => {
    const file =
      'code,name,country,roles,aliases,review_due,vat\nkestrel,Kestrel Forwarding,NLD,forwarder; broker,Kestrel,2026-09-01,NL8123\n'
    const refused = await csv('POST', '/v1/partners', `${file}kestrel,,XX,pirate,,soon,`)
    expect([refused.statusCode, refused.json().errors.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ['line 3, code', 'line 3, name', 'line 3, country', 'line 3, roles', 'line 3, review_due'],
    ])
    expect((await operator('GET', '/v1/partners')).json<PartnerList>().items).toEqual([])
    expect((await csv('POST', '/v1/partners', file)).json()).toEqual({ partners: 1, imported: 1 })
    expect((await csv('POST', '/v1/partners', file)).json()).toEqual({ partners: 1, imported: 0 })
    expect(await get('kestrel')).toMatchObject({
      country: 'NL',
      roles: ['forwarder', 'broker'],
      identifiers: [{ kind: 'vat', value: 'NL8123' }],
    })
  })

  it('are held against lists by name; a person says what a likeness is, and that stays when the list comes again.', async () => {
    await put('anchor', anchor)
    const list = 'ref,name,aliases,country,note\nE-1,Anchor Blue Lines Ltd,,RU,Example entry\nE-2,Somebody Else Entirely,,,'
    const url = '/v1/sanctions-lists/example?source=An%20example&publishedOn=2026-04-30'
    expect((await csv('PUT', url, list)).json()).toEqual({ entries: 2, hits: 1 })
    const [hit] = (await operator('GET', '/v1/screening-hits?state=open')).json<ScreeningHits>().items
    expect(hit).toMatchObject({ partner: 'anchor', list: 'example', ref: 'E-1', listName: 'Anchor Blue Lines Ltd', state: 'open' })
    expect((await get('anchor')).qualification.reasons.map(({ code }) => code)).toContain('sanctions-open')

    const decide = (state: string) => operator('POST', `/v1/screening-hits/${hit?.id}/decision`, { state, note: 'Asked them' })
    expect((await decide('confirmed')).json()).toMatchObject({ state: 'confirmed', decidedAt: now.toISOString() })
    expect((await get('anchor')).qualification.status).toBe('suspended')
    await decide('false')
    expect((await csv('PUT', url, list)).json()).toEqual({ entries: 2, hits: 0 })
    expect((await get('anchor')).hits).toMatchObject([{ state: 'false', isListed: true, decisionNote: 'Asked them' }])
    expect((await get('anchor')).history.map(({ kind }) => kind).slice(0, 3)).toEqual(['hit-decided', 'hit-decided', 'hit-found'])

    // Another name on the list has to be looked at anew; none at all leaves what was decided.
    await csv('PUT', url, list.replace('Anchor Blue Lines Ltd', 'Blue Anchor Line'))
    expect((await get('anchor')).hits).toMatchObject([{ state: 'open', listName: 'Blue Anchor Line' }])
    await decide('false')
    expect((await admin('DELETE', '/v1/sanctions-lists/example')).statusCode).toBe(204)
    expect((await get('anchor')).hits).toMatchObject([{ state: 'false', isListed: false }])
    expect((await operator('PUT', url, { entries: [] })).statusCode).toBe(403)
    expect((await admin('PUT', url, { entries: [{ ref: 'E-9', name: 'Blue Anchor' }] })).json()).toEqual({ entries: 1, hits: 1 })
  })

  it('are known by what they did: legs by their carrier, journeys by their forwarder, each with a link to its shipment.', async () => {
    const { sql } = api.database
    await sql`update leg set actual_departure = planned_departure, actual_arrival = planned_arrival + interval '50 hours' where sequence = 1`
    await sql`update leg set actual_departure = planned_departure + interval '50 hours', actual_arrival = planned_arrival + interval '51 hours' where sequence = 2`
    await sql`insert into alert (shipment_id, kind, severity, message, facts, opened_at, updated_at)
      values (${shipment.id}, 'temperature', 'warning', 'warm', '{}', '2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z')`
    await put('anchor', anchor)
    await put('fiets', { ...anchor, name: ' fietskoerier ', aliases: [] })
    await put('kestrel', { ...anchor, name: 'Kestrel Forwarding', roles: ['forwarder'], aliases: [] })
    const { items } = await evidence('anchor')
    const its = { id: shipment.id, trackingNumber: shipment.trackingNumber }
    expect(items.map(({ aspect, code, isGood, facts, shipment: of }) => [aspect, code, isGood, facts, of])).toEqual([
      ['on-time', 'leg-late', false, { leg: 1, mode: 'sea', hours: 50 }, its],
      ['excursions', 'leg-excursion', false, { leg: 1, kind: 'temperature' }, its],
    ])
    // What came to it two days late is not held against it, but is against whoever answers for the whole.
    expect((await evidence('fiets', '?aspect=on-time')).items).toMatchObject([{ code: 'leg-on-time', isGood: true, facts: { hours: 1 } }])
    expect((await evidence('kestrel')).items).toMatchObject([{ code: 'shipment-late', source: 'shipment', shipment: its }])
    expect(await evidence('anchor', '?bad=false')).toEqual({ items: [], total: 0 })
  })

  it('are known by what people record of them, which counts once by its own id.', async () => {
    await put('anchor', anchor)
    const late = { aspect: 'payment', isGood: false, count: 2, externalId: 'inv-1', shipmentId: shipment.id, note: 'Paid in May' }
    expect((await operator('POST', '/v1/partners/anchor/evidence', late)).json()).toEqual({ recorded: 1 })
    expect((await operator('POST', '/v1/partners/anchor/evidence', late)).json()).toEqual({ recorded: 0 })
    expect((await evidence('anchor', '?aspect=payment')).items).toMatchObject([
      { code: 'recorded-bad', source: 'person', count: 2, note: 'Paid in May', shipment: { id: shipment.id } },
    ])
    const file = 'id,partner,aspect,good,at,count\n1,anchor,disputes,1,2026-04-01,3\n'
    const refused = await csv('POST', '/v1/partner-evidence', `${file}2,nobody,disputes,1,2026-04-01,3`)
    expect([refused.statusCode, refused.json().errors]).toMatchObject([
      422,
      [{ path: 'line 3, partner', message: '"nobody" is no partner' }],
    ])
    expect((await csv('POST', '/v1/partner-evidence', file)).json()).toEqual({ rows: 1, imported: 1 })
    expect((await csv('POST', '/v1/partner-evidence', file)).json()).toEqual({ rows: 1, imported: 0 })
    expect((await evidence('anchor', '?aspect=disputes')).total).toBe(1)
    expect(api.requested.at(-1)).toEqual({ name: 'partners', id: 'due' })
  })
})
