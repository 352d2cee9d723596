import { createArrivalModel } from '@lading/models/arrival/arrival-model'
import { findProgram } from '@lading/services/find-program'
import { startPostgres } from '@lading/services/postgres'
import { startRedis } from '@lading/services/redis'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Alert } from '@lading/shared/contract/alert'
import type { Reading } from '@lading/shared/domain/reading'
import { liveTopics } from '@lading/shared/live/topics'
import { registerDevice } from '@lading/store/postgres/device/register'
import { advanceLatest } from '@lading/store/postgres/device-latest/advance'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { getShipment } from '@lading/store/postgres/shipment/get'
import { latestOutcomes } from '@lading/store/postgres/stage-outcome/read'
import { openQueue, type Queue } from '@lading/store/queue/open'
import { prepareQueue } from '@lading/store/queue/prepare'
import { openWorker } from '@lading/store/queue/worker'
import { openTelemetry } from '@lading/store/telemetry/open'
import { createHandlers } from '@lading/workers/handlers'
import { createLiveChanges } from '@lading/workers/live-changes'
import { createSeaLanes } from '@lading/workers/models/plan-route/sea-lanes'
import { createClearanceKnowledge } from '@lading/workers/training/clearance-knowledge'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { antwerp, at, daventry, door, felixstowe, positionAt, threeLegs } from './a-journey.ts'

const backEnds = [
  { name: 'PostgreSQL', available: true },
  { name: 'Redis', available: findProgram('redis-server') !== undefined },
]
const lanes = createSeaLanes()
const soon = { timeout: 15_000, interval: 25 }

describe.each(backEnds)('a shipment followed by workers, jobs in $name', ({ name, available }) => {
  describe.skipIf(!available)('', () => {
    const closers: (() => Promise<unknown>)[] = []
    let database: Database
    let queue: Queue
    let telemetry: ReturnType<typeof openTelemetry>
    let queueUrl: string
    let hours = 0
    const clock = { now: () => at(hours) }
    const published: { topic: string; payload: { shipmentIds?: string[]; alerts?: Alert[] } }[] = []
    const failures: Error[] = []

    beforeAll(async () => {
      const directory = await temporaryDirectory()
      closers.push(directory.remove)
      const postgres = await startPostgres({ directory: `${directory.path}/postgres` })
      closers.push(postgres.stop)
      await migrateDatabase(postgres.url)
      queueUrl = postgres.url
      if (name === 'Redis') {
        const redis = await startRedis({ directory: `${directory.path}/redis` })
        closers.push(redis.stop)
        queueUrl = redis.url
      }
      await prepareQueue(queueUrl)
      database = openDatabase(postgres.url, { connections: 5 })
      closers.push(database.close)
      telemetry = openTelemetry({ POSTGRES_URL: postgres.url, INFLUX_DATABASE: 'lading' } as Parameters<typeof openTelemetry>[0], {
        database,
      })
      queue = openQueue(queueUrl)
      closers.push(queue.close)
      const live = createLiveChanges({ publish: (topic, payload) => published.push({ topic, payload: JSON.parse(payload) }), everyMs: 10 })
      const rest = { wallClock: clock, lanes, retain: async () => {}, trainables: [], stopping: new AbortController().signal }
      const known = {
        arrival: async () => createArrivalModel({ families: {} }),
        clearance: createClearanceKnowledge({ db: database.db }),
      }
      const handlers = createHandlers({ ...known, db: database.db, telemetry, queue, live, clock, ...rest })
      const worker = await openWorker(queueUrl, handlers, { concurrency: 4, onFailed: (error) => failures.push(error) })
      closers.push(worker.close)
      for (const [place, kind] of [
        [antwerp, 'port'],
        [felixstowe, 'port'],
        [daventry, 'warehouse'],
        [door, 'address'],
      ] as const)
        await putLocation(database.db, {
          ...place,
          kind,
          name: place.code,
          country: place.code === 'BEANR' ? 'BE' : 'GB',
          zone: 'Europe/London',
        })
    })
    afterAll(async () => {
      for (const close of closers.reverse()) await close()
    })

    const newShipment = async (deviceId: string, { seaRoute = true } = {}) => {
      await registerDevice(database.db, { id: deviceId, reportIntervalS: 600 }, at(-10))
      return createShipment(
        database.db,
        {
          incoterm: 'DAP',
          incotermPlace: 'Birmingham',
          promisedAt: at(40).toISOString(),
          parties: [],
          items: [],
          limits: { temperatureMinC: 2, temperatureMaxC: 8 },
          deviceId,
          legs: threeLegs().map(({ mode, carrier, origin, destination, plannedDeparture, plannedArrival, route }, index) => ({
            mode,
            carrier,
            origin: origin.code,
            destination: destination.code,
            plannedDeparture: plannedDeparture.toISOString(),
            plannedArrival: plannedArrival.toISOString(),
            ...((seaRoute || index > 0) && { route }),
          })),
        },
        at(-10),
      )
    }
    const settled = () => vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, delayed: 0 }), soon)
    const report = async (readings: Reading[]) => {
      await telemetry.write(readings)
      await advanceLatest(database.sql, readings)
    }
    const track = async (deviceId: string) => {
      await queue.request('track', [{ data: { deviceId }, deduplicationId: deviceId }])
      await settled()
    }
    const reading = (deviceId: string, atHours: number, temperatureC: number): Reading => ({
      deviceId,
      recordedAtMs: at(atHours).getTime(),
      receivedAtMs: at(atHours).getTime(),
      ...positionAt(legs, atHours),
      temperatureC,
      batteryPct: 80,
    })
    const legs = threeLegs()
    const told = (milestones: { code: string; classifier: string; legSequence: number | null }[], classifier: string) =>
      milestones
        .filter((each) => each.classifier === classifier)
        .map(({ code, legSequence }) => `${code} ${legSequence}`)
        .toSorted()
    const whole = ['ARRI 1', 'ARRI 2', 'ARRI 3', 'DEPA 1', 'DEPA 2', 'DEPA 3', 'DROP 3', 'PICK 1']

    test('Planning gives it routes, planned milestones and a first ETA; a second time changes nothing.', async () => {
      hours = -5
      const id = await newShipment('planned', { seaRoute: false })
      for (let round = 0; round < 2; round++) {
        await queue.request('plan', [{ data: { shipmentId: id }, deduplicationId: id }])
        await settled()
      }
      const shipment = await getShipment(database.db, id)
      expect(shipment?.state).toBe('info-received')
      expect(told(shipment?.milestones ?? [], 'PLN')).toEqual(whole)
      expect(shipment?.legs.every(({ route }) => route.length >= 2)).toBe(true)
      // The plan is within reach, and what is late is later than what is early is early.
      const { p10 = '', p50 = '', p90 = '' } = shipment?.eta ?? {}
      expect([p10, at(28).toISOString(), p50, at(29).toISOString(), p90].toSorted()).toEqual([
        p10,
        at(28).toISOString(),
        p50,
        at(29).toISOString(),
        p90,
      ])
      expect(shipment?.etaHistory).toHaveLength(1)
      hours = 0
    })

    test('Its device takes it from announced to delivered: milestones, an ETA all the way, one temperature alert.', async () => {
      hours = 0
      const id = await newShipment('reefer-1')
      await queue.request('plan', [{ data: { shipmentId: id }, deduplicationId: id }])
      await settled()
      const states: string[] = []
      const alerts: string[] = []
      for (hours = 0.5; hours <= 29.5; hours += 0.5) {
        // From hour 8 the cooling fails; it gets worse until hour 10 and is back at 12.
        const temperatureC = hours >= 8 && hours < 10 ? 9 + (hours - 8) * 2 : hours >= 10 && hours < 12 ? 13 : 5
        await report([reading('reefer-1', hours - 0.25, temperatureC), reading('reefer-1', hours, temperatureC)])
        await track('reefer-1')
        const shipment = await getShipment(database.db, id)
        if (states.at(-1) !== shipment?.state) states.push(shipment?.state ?? '')
        const open = shipment?.alerts.find(({ kind, closedAt }) => kind === 'temperature' && !closedAt)
        if (open) alerts.push(`${open.id} ${open.severity}`)
        // Its device speaks for it from the planned departure on.
        if (hours >= 2 && shipment?.state !== 'delivered') {
          expect(shipment?.eta?.computedAt).toBe(at(hours).toISOString())
          expect(Date.parse(shipment?.eta?.p50 ?? '')).toBeGreaterThanOrEqual(at(hours).getTime())
          expect(Date.parse(shipment?.eta?.p10 ?? '')).toBeLessThanOrEqual(Date.parse(shipment?.eta?.p50 ?? ''))
          // It keeps to its plan, so the middle stays near the planned arrival; only a wait that is about to end may always last longer.
          expect(Math.abs(Date.parse(shipment?.eta?.p50 ?? '') - at(28).getTime())).toBeLessThan(3 * 3_600_000)
        }
      }
      expect(failures).toEqual([])
      expect(states).toEqual(['info-received', 'in-transit', 'out-for-delivery', 'delivered'])
      const shipment = await getShipment(database.db, id)
      expect(told(shipment?.milestones ?? [], 'ACT')).toEqual(whole)
      expect(told(shipment?.milestones ?? [], 'EST')).toEqual(['ARRI 1', 'ARRI 2', 'ARRI 3'])
      expect(shipment?.progress).toBe(1)
      expect(shipment?.etaHistory.length).toBeGreaterThan(3)
      const temperature = shipment?.alerts.filter(({ kind }) => kind === 'temperature') ?? []
      expect(temperature).toHaveLength(1)
      expect(temperature[0]).toMatchObject({ severity: 'critical', facts: { worstC: 13 } })
      expect(temperature[0]?.closedAt).not.toBeNull()
      expect(new Set(alerts.map((each) => each.split(' ')[1]))).toEqual(new Set(['warning', 'critical']))
      expect(shipment?.alerts.filter(({ kind }) => kind !== 'temperature')).toEqual([])

      const about = published.filter(({ topic }) => topic === liveTopics.alerts).flatMap(({ payload }) => payload.alerts ?? [])
      const versions = about.filter(({ shipmentId }) => shipmentId === id)
      expect(versions.at(0)).toMatchObject({ kind: 'temperature', closedAt: null, trackingNumber: shipment?.trackingNumber })
      expect(versions.at(-1)?.closedAt).not.toBeNull()
      expect(published.some(({ topic, payload }) => topic === liveTopics.shipments && payload.shipmentIds?.includes(id))).toBe(true)
    })

    test('All readings at once, after a long silence, come to the same milestones.', async () => {
      hours = 0
      const id = await newShipment('silent')
      hours = 30
      await report(Array.from({ length: 59 }, (_, step) => reading('silent', step / 2, 5)))
      await track('silent')
      const shipment = await getShipment(database.db, id)
      expect(shipment?.state).toBe('delivered')
      expect(told(shipment?.milestones ?? [], 'ACT')).toEqual(whole)
    })

    test('Work whose job was lost is found by the sweep, and so is a shipment that nobody planned.', async () => {
      hours = 0
      const id = await newShipment('lost', { seaRoute: false })
      hours = 4
      await report([reading('lost', 1, 5), reading('lost', 3.5, 5)])
      await queue.request('sweep', [{ data: {}, deduplicationId: 'sweep' }])
      await vi.waitFor(async () => {
        const shipment = await getShipment(database.db, id)
        expect(shipment?.state).toBe('in-transit')
        expect(shipment?.legs.every(({ route }) => route.length >= 2)).toBe(true)
        expect(told(shipment?.milestones ?? [], 'PLN')).toEqual(whole)
      }, soon)
    })

    test('A device that fell silent is noticed, and no longer once it speaks again.', async () => {
      hours = 0
      const id = await newShipment('quiet')
      hours = 4
      await report([reading('quiet', 1, 5), reading('quiet', 3.5, 5)])
      await track('quiet')
      const openKinds = async () => (await getShipment(database.db, id))?.alerts.filter(({ closedAt }) => !closedAt).map(({ kind }) => kind)
      expect(await openKinds()).toEqual([])
      hours = 6
      await queue.request('sweep', [{ data: {}, deduplicationId: 'sweep' }])
      await vi.waitFor(async () => expect(await openKinds()).toEqual(['silent-device']), soon)
      await report([reading('quiet', 6, 5)])
      await track('quiet')
      expect(await openKinds()).toEqual([])
    })

    test('Ten jobs at once for one shipment record each event once.', async () => {
      hours = 0
      const id = await newShipment('crowd')
      hours = 30
      await report(Array.from({ length: 59 }, (_, step) => reading('crowd', step / 2, step > 20 && step < 30 ? 12 : 5)))
      await queue.request(
        'track',
        Array.from({ length: 10 }, (_, job) => ({ data: { deviceId: 'crowd' }, deduplicationId: `crowd-${job}` })),
      )
      await settled()
      const shipment = await getShipment(database.db, id)
      expect(told(shipment?.milestones ?? [], 'ACT')).toEqual(whole)
      // A stage's truth is kept once too, whoever found it.
      const outcomes = (await latestOutcomes(database.db, 1000)).filter(({ shipmentId }) => shipmentId === id)
      expect(outcomes.map(({ kind, origin, destination }) => `${kind} ${origin} ${destination}`)).toEqual([
        'leg BEANR GBFXT',
        'border BEANR GBFXT',
        'leg GBFXT DAVENTRY-DC',
        'dwell GBFXT DAVENTRY-DC',
        'leg DAVENTRY-DC address/GB',
      ])
      expect(outcomes[0]).toMatchObject({ mode: 'sea', carrier: 'Example Lines', plannedHours: 10, source: 'live' })
      expect(outcomes[0]?.actualHours).toBeGreaterThan(9)
      expect(failures).toEqual([])
    })
  })
})
