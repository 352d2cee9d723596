import type { ActOutcomes, Alert, AlertDetail } from '@lading/shared/contract/alert'
import type { Person } from '@lading/shared/contract/person'
import type { Session } from '@lading/shared/contract/session'
import type { Shipment } from '@lading/shared/contract/shipment'
import { liveTopics } from '@lading/shared/live/topics'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { openAlert } from '../../support/follow.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

describe('Working on alerts', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  let asViewer: Awaited<ReturnType<TestApi['as']>>
  let shipmentId: string
  let me: Session
  const now = new Date('2026-03-02T06:00:00.000Z')
  const alerts = async () => (await as('GET', `/v1/alerts?shipmentId=${shipmentId}`)).json().items as Alert[]
  const only = async () => (await alerts())[0] as Alert
  const open = (kind = 'late') => openAlert(api, shipmentId, kind, 'warning', '2026-03-02T05:00:00Z')

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    as = await api.as('operator')
    asViewer = await api.as('viewer')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    shipmentId = ((await as('POST', '/v1/shipments', newShipment())).json() as Shipment).id
    me = (await as('GET', '/v1/session')).json()
  })
  afterAll(() => api?.stop())
  beforeEach(async () => {
    await api.database.sql`delete from alert`
    await open()
    api.published.length = 0
  })

  it('An operator takes one through from seen to resolved, and everybody can read who did what and when.', async () => {
    const { id } = await only()
    const act = async (name: string, body: object) => {
      const response = await as('POST', `/v1/alerts/${id}/${name}`, body)
      expect(response.statusCode, response.body).toBe(name === 'comments' ? 201 : 200)
      return response.json() as Alert
    }
    expect(await act('acknowledge', { version: 1 })).toMatchObject({ version: 2, acknowledgedBy: me.id, acknowledgedAt: now.toISOString() })
    expect(await act('assign', { version: 2, to: me.id })).toMatchObject({ assignedTo: me.id })
    expect(await act('comments', { note: ' Called the driver. ' })).toMatchObject({ comments: 1, version: 3 })
    expect(await act('snooze', { version: 3, until: '2026-03-02T08:00:00Z' })).toMatchObject({ snoozedUntil: '2026-03-02T08:00:00.000Z' })
    expect(await act('wake', { version: 4 })).toMatchObject({ snoozedUntil: null })
    expect(await act('resolve', { version: 5, resolution: 'fixed', note: 'Rebooked.' })).toMatchObject({ resolution: 'fixed' })
    expect(await act('reopen', { version: 6 })).toMatchObject({ resolvedAt: null, version: 7 })
    const { events } = (await asViewer('GET', `/v1/alerts/${id}`)).json() as AlertDetail
    const kinds = ['acknowledged', 'assigned', 'commented', 'snoozed', 'woken', 'resolved', 'reopened']
    expect(events.map(({ kind, by }) => `${kind} by ${by?.name}`)).toEqual(kinds.map((kind) => `${kind} by The operator`))
    expect(events.map(({ note }) => note).filter(Boolean)).toEqual(['Called the driver.', 'Rebooked.'])
  })

  it('What is done is told to every open browser, and that a shipment has fewer alerts now.', async () => {
    const { id } = await only()
    await as('POST', `/v1/alerts/${id}/acknowledge`, { version: 1 })
    expect(api.published).toEqual([{ topic: liveTopics.alerts, message: { alerts: [expect.objectContaining({ id, version: 2 })] } }])
    await as('POST', `/v1/alerts/${id}/resolve`, { version: 2, resolution: 'false-alarm' })
    expect(api.published.at(-1)).toEqual({ topic: liveTopics.shipments, message: { shipmentIds: [shipmentId] } })
  })

  it('Of two people at once the second is told so, and nothing of his is done.', async () => {
    const { id } = await only()
    await as('POST', `/v1/alerts/${id}/acknowledge`, { version: 1 })
    const late = await as('POST', `/v1/alerts/${id}/resolve`, { version: 1, resolution: 'fixed' })
    expect([late.statusCode, late.json().code, late.json().detail]).toEqual([
      409,
      'alert-changed',
      'Somebody else did something about it: it is at version 2 now.',
    ])
    expect(await only()).toMatchObject({ version: 2, resolvedAt: null })
  })

  it('Several are done at once; those that somebody changed meanwhile are named.', async () => {
    await open('shock')
    const [one, two] = (await alerts()) as [Alert, Alert]
    await as('POST', `/v1/alerts/${two.id}/acknowledge`, { version: 1 })
    const gone = '00000000-0000-4000-8000-000000000000'
    const body = { alerts: [one, two, { id: gone, version: 1 }].map(({ id, version }) => ({ id, version })), to: me.id }
    const { done, refused } = (await as('POST', '/v1/alerts/assign', body)).json() as ActOutcomes
    expect(done).toMatchObject([{ id: one.id, assignedTo: me.id }])
    expect(refused).toMatchObject([
      { id: two.id, code: 'alert-changed', alert: { version: 2, assignedTo: null } },
      { id: gone, code: 'alert-not-found', alert: null },
    ])
  })

  it('Somebody who may only look may look.', async () => {
    const { id } = await only()
    expect((await asViewer('POST', `/v1/alerts/${id}/acknowledge`, { version: 1 })).statusCode).toBe(403)
    expect((await asViewer('POST', `/v1/alerts/${id}/comments`, { note: 'x' })).statusCode).toBe(403)
    expect((await asViewer('GET', `/v1/alerts/${id}`)).json()).toMatchObject({ id, version: 1, events: [] })
  })

  it.each([
    ['snooze', { version: 1, until: '2026-03-02T06:00:00Z' }, 422, '/until'],
    ['snooze', { version: 1, until: '2026-05-02T06:00:00Z' }, 422, '/until'],
    ['snooze', { version: 1, until: 'tomorrow' }, 400, '/until'],
    ['resolve', { version: 1, resolution: 'bored' }, 400, '/resolution'],
    ['resolve', { version: 1 }, 400, '/resolution'],
    ['resolve', { version: 1, resolution: 'fixed', note: '   ' }, 400, '/note'],
    ['assign', { version: 1 }, 400, '/to'],
    ['assign', { version: 1, to: '00000000-0000-4000-8000-000000000000' }, 422, '/to'],
    ['acknowledge', {}, 400, '/version'],
    ['comments', { note: '' }, 400, '/note'],
  ])('%s with %j is refused with its place, and leaves no trace.', async (act, body, status, path) => {
    const { id } = await only()
    const response = await as('POST', `/v1/alerts/${id}/${act}`, body)
    expect([response.statusCode, response.json().errors?.[0]?.path]).toEqual([status, path])
    expect((await as('GET', `/v1/alerts/${id}`)).json()).toMatchObject({ version: 1, events: [] })
  })

  it('What is not there is not found; what cannot be done is a conflict.', async () => {
    const { id } = await only()
    for (const [method, path, status, code] of [
      ['GET', '00000000-0000-4000-8000-000000000000', 404, 'alert-not-found'],
      ['POST', '00000000-0000-4000-8000-000000000000/wake', 404, 'alert-not-found'],
      ['POST', `${id}/wake`, 409, 'alert-state'],
      ['POST', `${id}/reopen`, 409, 'alert-state'],
    ] as const) {
      const response = await as(method, `/v1/alerts/${path}`, method === 'POST' ? { version: 1 } : undefined)
      expect([response.statusCode, response.json().code], path).toEqual([status, code])
    }
  })

  it('Colleagues are known by name and role, and by nothing else.', async () => {
    const people = (await asViewer('GET', '/v1/people')).json() as Person[]
    expect(people.map(({ name, role }) => `${name}, ${role}`)).toEqual(['The admin, admin', 'The operator, operator', 'The viewer, viewer'])
    expect(people.map((person) => Object.keys(person).sort())).toEqual(people.map(() => ['id', 'name', 'role']))
  })
})
