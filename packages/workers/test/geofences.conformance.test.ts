import { createArrivalModel } from '@lading/models/arrival/arrival-model'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { NewGeofence } from '@lading/shared/contract/geofence'
import type { Reading } from '@lading/shared/domain/reading'
import { registerDevice } from '@lading/store/postgres/device/register'
import { addGeofences } from '@lading/store/postgres/geofence/add'
import { removeGeofence } from '@lading/store/postgres/geofence/change'
import { getGeofence } from '@lading/store/postgres/geofence/list'
import { addHazards } from '@lading/store/postgres/hazard/add'
import { changeHazard } from '@lading/store/postgres/hazard/change'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { getShipment } from '@lading/store/postgres/shipment/get'
import { addUser } from '@lading/store/postgres/user/add'
import { createPostgresTelemetry } from '@lading/store/telemetry/postgres/store'
import { createFollow } from '@lading/workers/jobs/follow'
import { createClearanceKnowledge } from '@lading/workers/training/clearance-knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { antwerp, at, daventry, door, felixstowe, positionAt, threeLegs } from './a-journey.ts'

describe('A shipment that passes geofences and hazards', () => {
  const closers: (() => Promise<unknown>)[] = []
  const told: string[] = []
  let database: Database
  let telemetry: ReturnType<typeof createPostgresTelemetry>
  let follow: (shipmentId: string) => Promise<void>
  let userId: string
  let hours = 0
  const legs = threeLegs()

  beforeAll(async () => {
    const directory = await temporaryDirectory()
    closers.push(directory.remove)
    const postgres = await startPostgres({ directory: `${directory.path}/postgres` })
    closers.push(postgres.stop)
    await migrateDatabase(postgres.url)
    database = openDatabase(postgres.url)
    closers.push(database.close)
    telemetry = createPostgresTelemetry(database.sql)
    follow = createFollow({
      ...{ db: database.db, telemetry, clock: { now: () => at(hours) } },
      live: { shipment: (id) => void told.push(id), alerts: () => {} },
      arrival: async () => createArrivalModel({ families: {} }),
      clearance: createClearanceKnowledge({ db: database.db }),
    })
    await addUser(database.db, { email: 'a@lading.example', name: 'A', role: 'operator', passwordHash: 'x' })
    userId = (await database.sql<{ id: string }[]>`select id from app_user`)[0]?.id ?? ''
    for (const place of [antwerp, felixstowe, daventry, door]) await putLocation(database.db, { ...place, zone: 'Europe/London' })
  })
  afterAll(async () => {
    for (const close of closers.reverse()) await close()
  })

  const ship = async (deviceId: string) => {
    await registerDevice(database.db, { id: deviceId, reportIntervalS: 3600 }, at(-10))
    return createShipment(
      database.db,
      {
        ...{ incoterm: 'DAP', incotermPlace: 'Birmingham', parties: [], items: [], deviceId },
        legs: legs.map(({ mode, carrier, origin, destination, plannedDeparture, plannedArrival, route }) => ({
          ...{ mode, carrier, origin: origin.code, destination: destination.code, route },
          plannedDeparture: plannedDeparture.toISOString(),
          plannedArrival: plannedArrival.toISOString(),
        })),
      },
      at(-10),
    )
  }
  const reading = (deviceId: string, atHours: number, placeHours = atHours): Reading => ({
    ...{ deviceId, recordedAtMs: at(atHours).getTime(), receivedAtMs: at(atHours).getTime() },
    ...positionAt(legs, placeHours),
  })
  const report = async (shipmentId: string, now: number, ...readings: Reading[]) => {
    hours = now
    await telemetry.write(readings)
    await follow(shipmentId)
    return getShipment(database.db, shipmentId)
  }
  const draw = async (fence: NewGeofence) => (await addGeofences(database.db, [fence], { userId, now: at(hours) }))[0] as string
  /** A circle about where goods are at that hour of the plan. */
  const about = (atHours: number, radiusM: number) => {
    const { lat, lon } = positionAt(legs, atHours)
    return { shape: 'circle' as const, centre: [lon, lat] as [number, number], radiusM }
  }
  const openKinds = (shipment: Awaited<ReturnType<typeof getShipment>>) =>
    shipment?.alerts
      .filter(({ closedAt, kind }) => closedAt === null && /geofence|hazard/.test(kind))
      .map(({ kind }) => kind)
      .toSorted()

  it('Entering and leaving are kept once, however often it is looked at, and an alert is there while the goods are where they should not be.', async () => {
    const fence = await draw({ name: 'Half way', area: about(7, 20_000), alerts: { entered: true, severity: 'critical' } })
    const id = await ship('fence-1')
    const before = await report(id, 5, ...[1, 2, 3, 4, 5].map((hour) => reading('fence-1', hour)))
    expect([before?.visits, openKinds(before)]).toEqual([[], []])
    told.length = 0
    await report(id, 7, reading('fence-1', 6), reading('fence-1', 7))
    const within = await report(id, 7)
    expect(told.filter((one) => one === id)).toHaveLength(1)
    expect(within?.visits).toEqual([
      {
        ...{ geofenceId: fence, name: 'Half way', colour: 'blue' },
        ...{ enteredAfter: at(6).toISOString(), enteredAt: at(7).toISOString(), leftAfter: null, leftAt: null },
      },
    ])
    expect(within?.alerts).toMatchObject([
      { kind: 'geofence-entered', severity: 'critical', facts: { name: 'Half way', geofenceId: fence, others: 0 } },
    ])
    expect(await getGeofence(database.db, fence)).toMatchObject({ inside: 1 })

    // A report that was late on its way tells that it was there half an hour earlier than thought, and one that repeats tells nothing.
    const late = await report(id, 7.2, reading('fence-1', 6.6), reading('fence-1', 7))
    expect(late?.visits).toMatchObject([{ enteredAfter: at(6).toISOString(), enteredAt: at(6.6).toISOString() }])

    const after = await report(id, 9, reading('fence-1', 8), reading('fence-1', 9))
    expect(after?.visits).toMatchObject([{ enteredAt: at(6.6).toISOString(), leftAfter: at(7).toISOString(), leftAt: at(8).toISOString() }])
    expect(openKinds(after)).toEqual([])
    expect(await getGeofence(database.db, fence)).toMatchObject({ inside: 0 })
  })

  it('A fence that is not to be left is missed when the goods are outside, and one for too long a stay when it was long enough.', async () => {
    hours = 0
    const origin = await draw({ name: 'Stay here', area: about(0, 5_000), alerts: { left: true, dwellHours: 1.5 }, modes: ['sea'] })
    const id = await ship('fence-2')
    expect(openKinds(await report(id, 3, reading('fence-2', 2), reading('fence-2', 3, 2)))).toEqual([])
    expect(openKinds(await report(id, 4, reading('fence-2', 4, 2)))).toEqual(['geofence-dwell'])
    const outside = await report(id, 6, reading('fence-2', 5, 3), reading('fence-2', 6, 4))
    expect(openKinds(outside)).toEqual(['geofence-left'])
    expect(outside?.alerts.find(({ kind }) => kind === 'geofence-left')?.facts).toMatchObject({ name: 'Stay here', geofenceId: origin })
    // Nobody waits for a fence that is gone; what it noticed stays.
    await removeGeofence(database.db, origin, { userId, now: at(6) })
    const gone = await report(id, 6.5, reading('fence-2', 6.5, 4.5))
    expect(openKinds(gone)).toEqual([])
    expect(gone?.visits).toMatchObject([{ name: 'Stay here', leftAt: at(5).toISOString() }])
  })

  it('A hazard ahead opens an alert that says how far and how sure, which becomes being within, and closes when it is over.', async () => {
    hours = 3
    const [storm = ''] = await addHazards(
      database.db,
      [{ kind: 'storm', severity: 'critical', title: 'Storm', area: about(9, 15_000), validUntil: at(15).toISOString() }],
      { userId, now: at(3) },
    )
    // Before anything could come there, and elsewhere.
    await addHazards(
      database.db,
      [
        { kind: 'flood', severity: 'critical', title: 'Soon over', area: about(9, 15_000), validUntil: at(3.5).toISOString() },
        { kind: 'strike', severity: 'critical', title: 'Far away', area: { shape: 'circle', centre: [-120, 10], radiusM: 50_000 } },
      ],
      { userId, now: at(3) },
    )
    const id = await ship('hazard-1')
    const ahead = await report(id, 4, reading('hazard-1', 1), reading('hazard-1', 3), reading('hazard-1', 4))
    const [alert] = ahead?.alerts.filter(({ kind }) => kind === 'hazard-ahead') ?? []
    expect(alert).toMatchObject({
      ...{ severity: 'critical', closedAt: null },
      facts: { hazardId: storm, title: 'Storm', certainty: 'likely', others: 0, from: 'Antwerp', to: 'Felixstowe' },
    })
    expect(Number(alert?.facts.kmAhead)).toBeGreaterThan(60)
    expect(Date.parse(String(alert?.facts.expectedAt))).toBeGreaterThan(at(6).getTime())
    const within = await report(id, 9, reading('hazard-1', 7), reading('hazard-1', 9))
    expect(within?.alerts.find(({ id }) => id === alert?.id)?.facts).toMatchObject({ certainty: 'within', kmAhead: 0 })
    await changeHazard(database.db, storm, { version: 1, validUntil: at(9.4).toISOString() }, { userId, now: at(9.2) })
    expect(openKinds(await report(id, 9.5, reading('hazard-1', 9.5)))).toEqual([])
  })
})
