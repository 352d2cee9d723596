import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Alert } from '@lading/shared/contract/alert'
import type { Severity } from '@lading/shared/domain/alert'
import { actOnAlerts, type Target } from '@lading/store/postgres/alert/act'
import { type AlertChanges, applyAlerts } from '@lading/store/postgres/alert/apply'
import { getAlert } from '@lading/store/postgres/alert/get'
import { listAlerts } from '@lading/store/postgres/alert/list'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { alert, alertEvent } from '@lading/store/postgres/schema/index'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { listShipments } from '@lading/store/postgres/shipment/list'
import { loadTracking } from '@lading/store/postgres/tracking/load'
import { addUser } from '@lading/store/postgres/user/add'
import { listPeople } from '@lading/store/postgres/user/people'
import { removeUser } from '@lading/store/postgres/user/remove'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let server: Awaited<ReturnType<typeof startPostgres>>
let database: Database
let shipment: { id: string; trackingNumber: string }
const people: Record<string, string> = {}

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 6, minute))

beforeAll(async () => {
  directory = await temporaryDirectory()
  server = await startPostgres({ directory: directory.path })
  await migrateDatabase(server.url)
  database = openDatabase(server.url)
  const place = { kind: 'port', country: 'NL', lat: 52, lon: 4, zone: 'Europe/Amsterdam', geofenceRadiusKm: 5 } as const
  for (const code of ['NLRTM', 'NLAMS']) await putLocation(database.db, { ...place, code, name: code })
  const leg = { mode: 'road', carrier: 'Example', origin: 'NLRTM', destination: 'NLAMS' } as const
  const id = await createShipment(
    database.db,
    {
      trackingNumber: 'LD-0001',
      incoterm: 'DAP',
      incotermPlace: 'Amsterdam',
      parties: [],
      items: [],
      legs: [{ ...leg, plannedDeparture: at(0).toISOString(), plannedArrival: at(59).toISOString() }],
    },
    at(0),
  )
  shipment = { id, trackingNumber: 'LD-0001' }
  for (const [name, role] of [
    ['Ana', 'operator'],
    ['Ben', 'operator'],
    ['Vera', 'viewer'],
    ['Boss', 'admin'],
  ] as const)
    await addUser(database.db, { email: `${name}@lading.example`, name, role, passwordHash: 'x' })
  for (const { id, name } of await listPeople(database.db)) people[name] = id
})
afterAll(async () => {
  await database?.close()
  await server?.stop()
  await directory?.remove()
})
beforeEach(() => database.db.delete(alert))

const apply = (changes: Partial<AlertChanges>, now = at(5)) =>
  database.db.transaction((tx) => applyAlerts(tx, shipment, { opened: [], updated: [], closed: [], ...changes }, now))
const open = async (kind: Alert['kind'] = 'temperature', severity: Severity = 'warning') => {
  const [opened] = await apply({ opened: [{ kind, severity, message: 'Warm.', facts: { worstC: 9 }, openedAt: at(1) }] }, at(1))
  return opened as Alert
}
const act = (target: Target, what: Parameters<typeof actOnAlerts>[2], who = 'Ana', now = at(10)) =>
  actOnAlerts(database.db, [target], what, { userId: people[who] as string, now })
const story = async (id: string) => (await getAlert(database.db, id))?.events.map(({ kind, by }) => `${kind} ${by?.name ?? '-'}`)
const worse = (id: string, version: number, severity: Severity = 'critical') => ({
  ...{ id, severity, message: 'Hot.', facts: { worstC: 20 }, from: 'warning' as const, returns: { version } },
})
const states = async (state: Parameters<typeof listAlerts>[1]['state'], now = at(20)) =>
  (await listAlerts(database.db, { state, limit: 50, now })).items.map(({ kind }) => kind)

describe('What people do about an alert', () => {
  test('is written on it and kept as its story, with who did it and when.', async () => {
    const { id, version } = await open()
    const first = await act({ id, version }, { kind: 'acknowledge' })
    expect(first.done).toMatchObject([{ id, version: 2, acknowledgedAt: at(10).toISOString(), acknowledgedBy: people.Ana }])
    await act({ id, version: 2 }, { kind: 'assign', to: people.Ben as string }, 'Ana', at(11))
    await act({ id }, { kind: 'comment', note: 'Driver called.' }, 'Ben', at(12))
    const last = await act({ id, version: 3 }, { kind: 'resolve', resolution: 'fixed', note: 'Door was open.' }, 'Ben', at(13))
    expect(last.done).toMatchObject([
      { version: 4, assignedTo: people.Ben, resolvedBy: people.Ben, resolution: 'fixed', comments: 1, closedAt: null },
    ])
    expect((await getAlert(database.db, id))?.events).toMatchObject([
      { kind: 'acknowledged', by: { name: 'Ana' }, at: at(10).toISOString() },
      { kind: 'assigned', by: { name: 'Ana' }, assignee: { name: 'Ben' } },
      { kind: 'commented', by: { name: 'Ben' }, note: 'Driver called.' },
      { kind: 'resolved', by: { name: 'Ben' }, resolution: 'fixed', note: 'Door was open.', at: at(13).toISOString() },
    ])
  })

  test('is refused where somebody else was faster: one of two at once succeeds, the other is told what is there now.', async () => {
    const { id, version } = await open()
    const outcomes = await Promise.all([
      act({ id, version }, { kind: 'snooze', until: at(50) }, 'Ana'),
      act({ id, version }, { kind: 'resolve', resolution: 'false-alarm' }, 'Ben'),
    ])
    const done = outcomes.flatMap((outcome) => outcome.done)
    expect(done).toHaveLength(1)
    expect(outcomes.flatMap(({ refused }) => refused)).toEqual([{ id, code: 'alert-changed', alert: done[0] }])
    expect(await story(id)).toHaveLength(1)
  })

  test('is refused where it makes no sense, and changes nothing.', async () => {
    const { id } = await open()
    const code = async (what: Parameters<typeof act>[1]) => (await act({ id }, what)).refused.map(({ code }) => code)
    expect(await code({ kind: 'wake' })).toEqual(['alert-state'])
    expect(await code({ kind: 'reopen' })).toEqual(['alert-state'])
    await act({ id }, { kind: 'acknowledge' })
    expect(await code({ kind: 'acknowledge' })).toEqual(['alert-state'])
    await apply({ closed: [{ id }] })
    for (const what of [
      { kind: 'assign', to: null },
      { kind: 'snooze', until: at(50) },
      { kind: 'resolve', resolution: 'fixed' },
    ] as const)
      expect(await code(what)).toEqual(['alert-state'])
    expect(await code({ kind: 'comment', note: 'For the record.' })).toEqual([])
    const gone = { id: '00000000-0000-4000-8000-000000000000' }
    expect((await act(gone, { kind: 'comment', note: 'x' })).refused).toEqual([{ ...gone, code: 'alert-not-found', alert: null }])
    expect(await story(id)).toEqual(['acknowledged Ana', 'commented Ana'])
  })

  test('is done about several at once, except those that somebody changed meanwhile.', async () => {
    const [one, two, three] = [await open('temperature'), await open('late'), await open('shock')]
    await act(two, { kind: 'acknowledge' }, 'Ben')
    const { done, refused } = await actOnAlerts(
      database.db,
      [one, two, three],
      { kind: 'snooze', until: at(50) },
      {
        userId: people.Ana as string,
        now: at(12),
      },
    )
    expect(done.map(({ kind }) => kind).sort()).toEqual(['shock', 'temperature'])
    expect(refused).toMatchObject([{ id: two.id, code: 'alert-changed', alert: { snoozedUntil: null } }])
  })

  test('Nobody is given work who may only look, or who is not there.', async () => {
    const { id } = await open()
    for (const to of [people.Vera as string, '00000000-0000-4000-8000-000000000000'])
      await expect(act({ id }, { kind: 'assign', to })).rejects.toMatchObject({ code: 'not-valid', issues: [{ path: '/to' }] })
    expect(await story(id)).toEqual([])
  })

  test('Two changes in the same millisecond can be told apart.', async () => {
    const { id } = await open()
    const first = (await act({ id }, { kind: 'acknowledge' }, 'Ana', at(1))).done[0]
    const second = (await act({ id }, { kind: 'comment', note: 'x' }, 'Ana', at(1))).done[0]
    expect(Date.parse(first?.updatedAt ?? '')).toBeGreaterThan(at(1).getTime())
    expect(Date.parse(second?.updatedAt ?? '')).toBeGreaterThan(Date.parse(first?.updatedAt ?? ''))
  })

  test('stays known when a person is removed, without the person.', async () => {
    await addUser(database.db, { email: 'temp@lading.example', name: 'Temp', role: 'operator', passwordHash: 'x' })
    people.Temp = (await listPeople(database.db)).find(({ name }) => name === 'Temp')?.id ?? ''
    const { id } = await open()
    await act({ id }, { kind: 'assign', to: people.Temp }, 'Temp')
    await removeUser(database.db, people.Temp)
    expect(await getAlert(database.db, id)).toMatchObject({ assignedTo: null, events: [{ kind: 'assigned', by: null, assignee: null }] })
  })
})

describe('An alert that was set aside', () => {
  test('is snoozed until its time by the platform’s clock, and open after it without anybody doing anything.', async () => {
    await act(await open(), { kind: 'snooze', until: at(30) })
    expect([await states(['snoozed'], at(29)), await states(['open'], at(29))]).toEqual([['temperature'], []])
    expect([await states(['snoozed'], at(30)), await states(['open'], at(30))]).toEqual([[], ['temperature']])
  })

  test('remembers how bad it was, and comes back unacknowledged when the workers say so.', async () => {
    const { id } = await open()
    await act({ id }, { kind: 'acknowledge' })
    await act({ id }, { kind: 'resolve', resolution: 'accepted' })
    const [tracked] = (await loadTracking(database.db, shipment.id))?.openAlerts ?? []
    expect(tracked).toMatchObject({ id, version: 3, setAside: { severity: 'warning', facts: { worstC: 9 } }, resolvedAt: at(10) })
    const [returned] = await apply({ updated: [worse(id, 3)] }, at(15))
    expect(returned).toMatchObject({ severity: 'critical', version: 4, resolvedAt: null, resolution: null, acknowledgedAt: null })
    expect(await story(id)).toEqual(['acknowledged Ana', 'resolved Ana', 'worsened -', 'returned -'])
    expect((await loadTracking(database.db, shipment.id))?.openAlerts).toMatchObject([{ setAside: null }])
  })

  test('stays aside where a person did so after the workers had looked.', async () => {
    const { id } = await open()
    await act({ id }, { kind: 'snooze', until: at(40) })
    await act({ id }, { kind: 'snooze', until: at(50) })
    expect(await apply({ updated: [worse(id, 2)] })).toMatchObject([
      { severity: 'critical', snoozedUntil: at(50).toISOString(), version: 3 },
    ])
  })

  test('keeps its cause from opening another, until the cause went and came again.', async () => {
    const first = await open()
    await act(first, { kind: 'resolve', resolution: 'accepted' })
    const again = { kind: 'temperature', severity: 'warning', message: 'Warm.', facts: {}, openedAt: at(12) } as const
    expect(await apply({ opened: [again] }, at(12))).toEqual([])
    await apply({ closed: [{ id: first.id }] }, at(13))
    expect(await apply({ opened: [again] }, at(14))).toMatchObject([{ version: 1, resolvedAt: null }])
    expect([await states(['resolved']), await states(['open']), await states(['closed'])]).toEqual([['temperature'], ['temperature'], []])
    expect((await act(first, { kind: 'reopen' })).refused).toMatchObject([{ code: 'alert-changed' }])
    expect((await act({ id: first.id }, { kind: 'reopen' })).refused).toMatchObject([{ code: 'alert-state' }])
  })

  test('can be brought back by hand, and its shipment counts it again.', async () => {
    const { id } = await open()
    const counted = async () =>
      (await listShipments(database.db, { limit: 1 })).items.map(({ openAlerts, worstSeverity }) => [openAlerts, worstSeverity])
    const withAlerts = async () => (await listShipments(database.db, { limit: 1, alert: true })).items.length
    expect([await counted(), await withAlerts()]).toEqual([[[1, 'warning']], 1])
    await act({ id }, { kind: 'resolve', resolution: 'accepted' })
    expect([await counted(), await withAlerts()]).toEqual([[[0, null]], 0])
    await act({ id }, { kind: 'reopen' })
    expect([await counted(), await withAlerts()]).toEqual([[[1, 'warning']], 1])
    await act({ id }, { kind: 'snooze', until: at(50) })
    expect(await withAlerts()).toBe(1)
    await act({ id }, { kind: 'wake' })
    expect(await story(id)).toEqual(['resolved Ana', 'reopened Ana', 'snoozed Ana', 'woken Ana'])
  })
})

describe('What the platform sees of an alert', () => {
  test('is told in its story when it got worse or better, and disturbs nobody who is about to act.', async () => {
    const { id, version } = await open()
    const change = { id, message: 'x', facts: {}, returns: undefined }
    await apply({ updated: [{ ...change, severity: 'critical', from: 'warning' }] })
    await apply({ updated: [{ ...change, severity: 'critical', from: 'critical' }] })
    await apply({ updated: [{ ...change, severity: 'warning', from: 'critical' }] })
    expect((await getAlert(database.db, id))?.events).toMatchObject([
      { kind: 'worsened', by: null, severity: 'critical' },
      { kind: 'eased', by: null, severity: 'warning' },
    ])
    expect((await act({ id, version }, { kind: 'acknowledge' })).done).toHaveLength(1)
  })

  test('is found by state, by whom it is assigned to and by kind.', async () => {
    const [warm, late] = [await open('temperature'), await open('late')]
    await act(late, { kind: 'assign', to: people.Ben as string })
    const kinds = async (filter: object) =>
      (await listAlerts(database.db, { ...filter, limit: 50, now: at(20) })).items.map(({ kind }) => kind)
    expect(await kinds({ assignedTo: people.Ben })).toEqual(['late'])
    expect(await kinds({ kind: ['temperature', 'shock'] })).toEqual(['temperature'])
    await act(warm, { kind: 'resolve', resolution: 'fixed' })
    expect([await kinds({ open: true }), await kinds({ open: false })]).toEqual([['late'], ['temperature']])
    expect((await kinds({ state: ['open', 'resolved'] })).sort()).toEqual(['late', 'temperature'])
  })

  test('Its story goes with its shipment.', async () => {
    const { id } = await open()
    await act({ id }, { kind: 'acknowledge' })
    await database.db.delete(alert)
    expect(await database.db.$count(alertEvent)).toBe(0)
  })
})
