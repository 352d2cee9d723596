import { reliabilityOf } from '@lading/models/risk/reliability'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Alert } from '@lading/shared/contract/alert'
import { startDrill } from '@lading/store/postgres/alert/drill'
import { addCountryEvent } from '@lading/store/postgres/country-event/change'
import { registerDevice } from '@lading/store/postgres/device/register'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { putPartners } from '@lading/store/postgres/partner/put'
import { recordEvidence } from '@lading/store/postgres/partner/record-evidence'
import { addPlaybook } from '@lading/store/postgres/playbook/keep'
import { runsOf, settleStep } from '@lading/store/postgres/playbook/run'
import { getRisk } from '@lading/store/postgres/risk/get'
import { groupRisks, listRisks } from '@lading/store/postgres/risk/list'
import { toldRisks } from '@lading/store/postgres/risk/told'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { addReport, settleReport } from '@lading/store/postgres/shipment-report/add'
import { endTradeRule, recordTradeRules } from '@lading/store/postgres/trade-rule/record'
import { addUser } from '@lading/store/postgres/user/add'
import { addWarningRule } from '@lading/store/postgres/warning-rule/keep'
import { createPartnersJob } from '@lading/workers/jobs/partners'
import { createRiskJob } from '@lading/workers/jobs/risk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { antwerp, at, daventry, door, felixstowe, positionAt, threeLegs } from './a-journey.ts'

describe('Risk, computed and kept', () => {
  const closers: (() => Promise<unknown>)[] = []
  let database: Database
  let userId: string
  let look: () => Promise<void>
  let hours = 6
  const legs = threeLegs()
  const ids: string[] = []
  const told: Alert[] = []
  const changed: string[] = []

  beforeAll(async () => {
    const directory = await temporaryDirectory()
    closers.push(directory.remove)
    const postgres = await startPostgres({ directory: `${directory.path}/postgres` })
    closers.push(postgres.stop)
    await migrateDatabase(postgres.url)
    database = openDatabase(postgres.url)
    closers.push(database.close)
    look = createRiskJob({
      db: database.db,
      // Twice as fast as the wall: what people are given time for takes twice as long.
      clock: { now: () => at(hours), speed: 2 },
      wallClock: { now: () => at(0) },
      live: { shipment: (id) => void changed.push(id), alerts: (alerts) => void told.push(...alerts) },
    })
    await addUser(database.db, { email: 'a@lading.example', name: 'A', role: 'operator', passwordHash: 'x' })
    userId = (await database.sql<{ id: string }[]>`select id from app_user`)[0]?.id ?? ''
    for (const place of [antwerp, felixstowe, daventry, door]) await putLocation(database.db, { ...place, zone: 'Europe/London' })
    for (const deviceId of ['one', 'two']) {
      await registerDevice(database.db, { id: deviceId, reportIntervalS: 3600 }, at(-10))
      const id = await createShipment(
        database.db,
        {
          ...{
            incoterm: 'DAP',
            incotermPlace: 'Birmingham',
            parties: [{ role: 'forwarder', name: 'Example Forwarders', country: 'BE' }],
            items: [{ description: 'Pumps', hsCode: '841370', quantity: 1, value: { minorUnits: 900_00, currency: 'EUR' } }],
            deviceId,
          },
          promisedAt: at(30).toISOString(),
          legs: legs.map(({ mode, carrier, origin, destination, plannedDeparture, plannedArrival, route }) => ({
            ...{ mode, carrier, origin: origin.code, destination: destination.code, route },
            plannedDeparture: plannedDeparture.toISOString(),
            plannedArrival: plannedArrival.toISOString(),
          })),
        },
        at(-10),
      )
      const { lat, lon } = positionAt(legs, 6)
      await database.sql`update shipment set state = 'in-transit', lat = ${lat}, lon = ${lon}, position_at = ${at(6).toISOString()},
        eta_p10 = ${at(26).toISOString()}, eta_p50 = ${at(28).toISOString()}, eta_p90 = ${at(30).toISOString()},
        eta_computed_at = ${at(6).toISOString()}, miss_probability = 0.1 where id = ${id}`
      await database.sql`update leg set actual_departure = ${at(2).toISOString()} where shipment_id = ${id} and sequence = 1`
      ids.push(id)
    }
  })
  afterAll(async () => {
    for (const close of closers.reverse()) await close()
  })
  const [one, two] = [() => ids[0] as string, () => ids[1] as string]

  it('Every shipment under way has it after one look, and looking again does no harm.', async () => {
    await look()
    await look()
    for (const id of ids) {
      const risk = await getRisk(database.db, id)
      expect(risk?.probability).toBeCloseTo(0.1)
      expect(risk?.history).toHaveLength(1)
    }
  })

  it('A false report of a delivery is held against the position at the next look, opens down to the report, and goes when it is settled.', async () => {
    const reportId = await addReport(
      database.db,
      one(),
      { claim: 'delivered', role: 'carrier', party: 'Example Lines' },
      { userId, now: at(hours) },
    )
    changed.splice(0)
    await look()
    // Whoever filters by risk is shown it at once; the other one is as it was.
    expect(changed).toEqual([one()])
    const risk = await getRisk(database.db, one())
    expect(risk?.evidence[0]).toMatchObject({ what: 'delivered-elsewhere', source: { type: 'report', id: reportId } })
    expect(risk?.reports).toMatchObject([{ id: reportId, party: 'Example Lines', recordedBy: { name: 'A' } }])
    expect(risk?.history).toHaveLength(1)
    expect((await listRisks(database.db, { limit: 10 })).map(({ shipmentId }) => shipmentId)).toEqual([one(), two()])
    expect(await listRisks(database.db, { limit: 10, kind: 'information' })).toHaveLength(1)

    await settleReport(database.db, one(), reportId, at(hours))
    hours = 7
    await look()
    expect((await getRisk(database.db, one()))?.scores.information).toBe(0)
  })

  it('What happens in a country reaches all that pass through, and is put together by lane and party.', async () => {
    await addCountryEvent(
      database.db,
      { country: 'GB', kind: 'strike', severity: 'critical', title: 'Strike in ports', validUntil: at(80).toISOString() },
      { userId, now: at(hours) },
    )
    hours = 7.1
    await look()
    const [lane] = await groupRisks(database.db, 'lane')
    expect(lane).toMatchObject({ key: 'BEANR > CONSIGNEE', shipments: 2, promised: 2 })
    expect(lane?.expectedBroken).toBeGreaterThan(0.2)
    expect(lane?.scores.political).toBeGreaterThan(0.5)
    expect((await groupRisks(database.db, 'party')).map(({ key }) => key)).toEqual([
      'carrier/Example Lines',
      'forwarder/Example Forwarders',
    ])
    expect(await groupRisks(database.db, 'warehouse')).toEqual([])
  })

  it('A rule opens an alert with its playbook, which becomes critical when nobody acknowledges it and closes when the cause goes.', async () => {
    const who = { userId, now: at(hours) }
    const steps = [
      { title: 'Ask the carrier', owner: 'Transport desk', withinMinutes: 30 },
      { title: 'Tell the customer', owner: 'Service desk', withinMinutes: 60 },
    ]
    const playbookId = await addPlaybook(database.db, { name: 'Strike', steps }, who)
    await addWarningRule(
      database.db,
      {
        ...{ name: 'Political', kind: 'political', openAt: 0.5, closeAt: 0.3, severity: 'warning', quiet: null },
        escalateAfterMinutes: 30,
        playbookId,
      },
      who,
    )
    hours = 8
    await look()
    await look()
    const opened = told.filter(({ kind }) => kind === 'risk')
    expect(opened.map(({ shipmentId, severity }) => [shipmentId, severity]).sort()).toEqual(ids.map((id) => [id, 'warning']).sort())
    const alert = opened.find(({ shipmentId }) => shipmentId === one()) as Alert
    const [run] = await runsOf(database.db, { alertId: alert.id })
    expect(run).toMatchObject({ name: 'Strike', startedBy: null, finishedAt: null })
    expect(run?.steps.map(({ dueAt }) => dueAt)).toEqual([at(9), at(10)].map((due) => due.toISOString()))
    for (const position of [1, 0]) await settleStep(database.db, run?.id ?? '', position, { outcome: 'done' }, userId, at(hours))
    expect((await runsOf(database.db, { alertId: alert.id }))[0]?.finishedAt).toBe(at(8).toISOString())
    await expect(settleStep(database.db, run?.id ?? '', 0, { outcome: 'skipped' }, userId, at(hours))).rejects.toMatchObject({
      code: 'step-settled',
    })

    hours = 8.9
    await look()
    expect(told.findLast(({ id }) => id === alert.id)).toMatchObject({ severity: 'warning' })
    hours = 9.1
    await look()
    expect(told.findLast(({ id }) => id === alert.id)).toMatchObject({
      severity: 'critical',
      facts: { escalatedAt: at(9.1).toISOString() },
    })

    await startDrill(database.db, one(), { title: 'Fire', kind: 'natural', severity: 'critical' }, { ...who, name: 'A' })
    await database.sql`update country_event set valid_until = ${at(9.2).toISOString()}`
    hours = 9.5
    await look()
    const open = await database.sql<{ kind: string }[]>`select kind from alert where closed_at is null and shipment_id = ${one()}`
    expect(open.map(({ kind }) => kind)).toEqual(['drill'])
  })

  it('A rule of trade that changes, and a carrier whose score falls, reach what they touch at the next look, not when it is due.', async () => {
    const who = { userId, now: at(hours) }
    const evidenceOf = async (what: string) => (await getRisk(database.db, one()))?.evidence.find((each) => each.what === what)
    const day = at(0).toISOString().slice(0, 10)
    const ban = {
      ...{ key: 'gb.pumps', destination: 'GB', hsPrefix: '8413', source: 'Example', validFrom: day },
      terms: { kind: 'prohibition' as const, what: 'Pumps', toDo: 'Do not send them' },
    }
    await recordTradeRules(database.db, [ban], { ...who, preview: true })
    await look()
    expect(await evidenceOf('rule-change')).toBeUndefined()
    const { added } = await recordTradeRules(database.db, [ban], { ...who, preview: false })
    await look()
    const ruleId = added[0]?.id ?? ''
    expect(await evidenceOf('rule-change')).toMatchObject({ facts: { rule: 'gb.pumps' }, source: { type: 'trade-rule', id: ruleId } })
    expect((await getRisk(database.db, one()))?.scores.legal).toBeGreaterThan(0.5)
    await endTradeRule(database.db, ruleId, '2000-01-01', { ...who, preview: false })
    await look()
    expect(await evidenceOf('rule-change')).toBeUndefined()

    const roles = ['carrier' as const]
    const carriers = ['Example Lines', 'Other Lines'].map((name) => ({ code: name, partner: { country: 'BE', name, roles } }))
    await putPartners(database.db, carriers, who)
    const score = createPartnersJob({ db: database.db, clock: { now: () => at(hours) } })
    const kept = carriers.map(({ code }) => ({
      ...{ partner: code, aspect: 'on-time' as const, count: 40, at: at(hours - 1).toISOString() },
      isGood: code !== 'Example Lines',
    }))
    await recordEvidence(database.db, kept, 'import', who)
    await score()
    await look()
    expect(await evidenceOf('partner-score')).toMatchObject({ source: { type: 'partner', id: 'Example Lines' } })
  })

  it('What has arrived is in danger no more; what was told of it is held against what came.', async () => {
    hours = 40
    await database.sql`update leg set actual_arrival = ${at(39).toISOString()} where shipment_id = ${one()}`
    await database.sql`update shipment set state = 'delivered' where id = ${one()}`
    await look()
    expect((await listRisks(database.db, { limit: 10 })).map(({ shipmentId }) => shipmentId)).toEqual([two()])
    const told = await toldRisks(database.db)
    expect(told).toMatchObject([{ base: 0.1, broken: true }])
    expect(reliabilityOf(told)).toMatchObject({ cases: 1, enough: false })
  })
})
