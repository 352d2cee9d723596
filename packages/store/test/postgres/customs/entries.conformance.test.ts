import type { CustomsEntryChange } from '@lading/shared/contract/customs'
import type { CustomsEventState } from '@lading/shared/domain/customs-entry'
import { partyKey } from '@lading/store/postgres/clearance-outcome/party-key'
import { clearancesAfter, countClearances, latestClearances } from '@lading/store/postgres/clearance-outcome/read'
import { recordClearances } from '@lading/store/postgres/clearance-outcome/record'
import { keepClearancePredictions } from '@lading/store/postgres/clearance-prediction/keep'
import { clearanceKey, unscoredClearances } from '@lading/store/postgres/clearance-prediction/unscored'
import { casesOf } from '@lading/store/postgres/customs/cases-of'
import { changesOf } from '@lading/store/postgres/customs/changes-of'
import { entriesOf } from '@lading/store/postgres/customs/entries-of'
import { listEntries } from '@lading/store/postgres/customs/list-entries'
import { putEntry } from '@lading/store/postgres/customs/put-entry'
import { type CustomsNews, recordCustomsEvent } from '@lading/store/postgres/customs/record-event'
import { keepScores } from '@lading/store/postgres/prediction-score/keep'
import { clearanceOutcome, customsEntry, customsEvent, shipment } from '@lading/store/postgres/schema/index'
import { getShipment } from '@lading/store/postgres/shipment/get'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startCustoms } from './a-customs-case.ts'

let customs: Awaited<ReturnType<typeof startCustoms>>
let db: Awaited<ReturnType<typeof startCustoms>>['database']['db']
beforeAll(async () => {
  customs = await startCustoms()
  db = customs.database.db
})
afterAll(() => customs?.stop())
beforeEach(async () => {
  await db.delete(shipment)
  await db.delete(clearanceOutcome)
})

const at = (hour: number) => new Date(Date.UTC(2026, 4, 20, hour))
const now = at(48)
const tell = (shipmentId: string, state: CustomsEventState, hour: number, more: Partial<CustomsNews> = {}) =>
  recordCustomsEvent(db, { shipmentId, legSequence: 2, state, eventTime: at(hour), source: 'partner', ...more }, now)

describe('A declaration', () => {
  test('is made with the first change, for where goods are cleared; what is left out stays as it is.', async () => {
    const shipmentId = await customs.shipped()
    expect(await entriesOf(db, shipmentId)).toEqual([])
    expect(
      await putEntry(db, { shipmentId, legSequence: 2, declarant: 'Broker BV', requiredDocuments: ['invoice', 'licence'] }, now),
    ).toMatchObject({
      ...{
        shipmentId,
        legSequence: 2,
        country: 'NL',
        office: 'NLRTM',
        declarant: 'Broker BV',
        state: 'draft',
        channel: null,
        lodgedAt: null,
      },
      ...{ requiredDocuments: ['invoice', 'licence'], presentDocuments: [], events: [] },
    })
    await putEntry(db, { shipmentId, legSequence: 2, presentDocuments: ['invoice'], office: null }, now)
    expect(await entriesOf(db, shipmentId)).toMatchObject([{ declarant: 'Broker BV', office: null, presentDocuments: ['invoice'] }])
  })

  test('says who changed what of it, and nothing of what stayed the same.', async () => {
    const shipmentId = await customs.shipped()
    const change = (some: CustomsEntryChange) => putEntry(db, { shipmentId, legSequence: 2, ...some }, now)
    expect(await changesOf(db, shipmentId, 2)).toBeUndefined()
    await change({ broker: 'Agent BV', requiredDocuments: ['invoice'] })
    await change({ broker: 'Agent BV', requiredDocuments: ['invoice', 'licence'] })
    const said = (await changesOf(db, shipmentId, 2))?.map(({ field, before, after, by }) => [field, before, after, by])
    expect(said).toEqual([
      ['requiredDocuments', ['invoice'], ['invoice', 'licence'], null],
      ['requiredDocuments', [], ['invoice'], null],
      ['broker', null, 'Agent BV', null],
    ])
  })

  test('keeps until when documents are valid while it has them, and refuses dates of others with nothing written.', async () => {
    const shipmentId = await customs.shipped()
    const change = (some: CustomsEntryChange) => putEntry(db, { shipmentId, legSequence: 2, ...some }, now)
    const licence = { licence: '2026-05-01' }
    expect(await change({ presentDocuments: ['licence'], documentsValidUntil: licence })).toMatchObject({ documentsValidUntil: licence })
    expect(await change({ reference: 'MRN-1' })).toMatchObject({ documentsValidUntil: licence })
    await expect(change({ reference: 'MRN-2', documentsValidUntil: { 'a/b': '2026-05-01' } })).rejects.toMatchObject({
      ...{ code: 'not-valid', issues: [{ path: '/documentsValidUntil/a~1b' }] },
    })
    expect(await change({ presentDocuments: [] })).toMatchObject({ reference: 'MRN-1', documentsValidUntil: {} })
  })

  test('keeps the goods without charge until the last free day ends where they are cleared.', async () => {
    const shipmentId = await customs.shipped()
    const change = (lastFreeDay: string | null) => putEntry(db, { shipmentId, legSequence: 2, lastFreeDay }, now)
    expect(await change('2026-03-28')).toMatchObject({ lastFreeDay: '2026-03-28', freeUntil: '2026-03-28T23:00:00.000Z' })
    expect(await change('2026-03-29')).toMatchObject({ freeUntil: '2026-03-29T22:00:00.000Z' })
    expect(await change(null)).toMatchObject({ lastFreeDay: null, freeUntil: null })
  })

  test('is one, also when two make it at once.', async () => {
    const shipmentId = await customs.shipped()
    await Promise.all([
      putEntry(db, { shipmentId, legSequence: 2, reference: 'MRN-1' }, now),
      putEntry(db, { shipmentId, legSequence: 2, declarant: 'Broker BV' }, now),
      tell(shipmentId, 'lodged', 1),
    ])
    expect(await entriesOf(db, shipmentId)).toMatchObject([{ reference: 'MRN-1', declarant: 'Broker BV', state: 'lodged' }])
  })

  test('is refused for a leg that there is not, and without a country for one that passes no customs.', async () => {
    const [shipmentId, inland] = [await customs.shipped(), await customs.shipped(customs.inland())]
    const put = (legSequence: number, id = shipmentId) => putEntry(db, { shipmentId: id, legSequence }, now)
    await expect(put(4)).rejects.toMatchObject({ code: 'leg-not-found' })
    await expect(put(2, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'shipment-not-found' })
    await expect(put(3)).rejects.toMatchObject({
      code: 'passes-no-customs',
      message: expect.stringContaining('NLRTM, before leg 2 can begin'),
    })
    await expect(put(2, inland)).rejects.toMatchObject({ code: 'passes-no-customs' })
    expect(await db.select().from(customsEntry)).toEqual([])
    expect(await putEntry(db, { shipmentId, legSequence: 1, country: 'SG' }, now)).toMatchObject({ country: 'SG', office: null })
  })

  test('of goods that go straight to the door is for their only leg, and no office is guessed.', async () => {
    const shipmentId = await customs.shipped(customs.straight())
    expect(await putEntry(db, { shipmentId, legSequence: 1 }, now)).toMatchObject({ country: 'DE', office: null })
    await tell(shipmentId, 'lodged', 1, { legSequence: 1 })
    await tell(shipmentId, 'released', 5, { legSequence: 1 })
    expect((await getShipment(db, shipmentId))?.milestones).toMatchObject([
      { locationCode: 'ADDR-1' },
      { code: 'CUSR', locationCode: 'ADDR-1' },
    ])
    expect(await latestClearances(db, 9)).toMatchObject([{ country: 'DE', mode: 'road', office: null }])
  })
})

describe('What is told of a declaration', () => {
  test('moves it on, asks for documents, and is kept with who said so.', async () => {
    const shipmentId = await customs.shipped()
    await tell(shipmentId, 'lodged', 1)
    await tell(shipmentId, 'accepted', 2)
    const { entry, isNew } = await tell(shipmentId, 'documents-required', 3, {
      documents: ['licence'],
      note: 'the original',
      source: 'person',
    })
    expect(isNew).toBe(true)
    expect(entry).toMatchObject({
      ...{ state: 'documents-required', channel: 'documents', requiredDocuments: ['licence'], closedAt: null },
      ...{ lodgedAt: at(1).toISOString(), stateAt: at(3).toISOString() },
      events: [
        { state: 'lodged', source: 'partner', recordTime: now.toISOString() },
        { state: 'accepted' },
        { state: 'documents-required', source: 'person', documents: ['licence'], note: 'the original' },
      ],
    })
    expect((await tell(shipmentId, 'documents-required', 4, { documents: ['licence', 'origin'] })).entry.requiredDocuments).toEqual([
      'licence',
      'origin',
    ])
    expect(await entriesOf(db, shipmentId)).toMatchObject([{ state: 'documents-required', stateAt: at(4).toISOString() }])
  })

  test('is kept once, however often it is told, also at once.', async () => {
    const shipmentId = await customs.shipped()
    const answers = await Promise.all(Array.from({ length: 5 }, () => tell(shipmentId, 'lodged', 1)))
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await db.select().from(customsEvent)).toHaveLength(1)
  })

  test('takes its place when it comes late, and does not move the declaration back.', async () => {
    const shipmentId = await customs.shipped()
    await tell(shipmentId, 'examination', 10)
    const { entry } = await tell(shipmentId, 'lodged', 1)
    expect(entry).toMatchObject({ state: 'examination', stateAt: at(10).toISOString(), lodgedAt: at(1).toISOString() })
    expect(entry.events.map(({ state }) => state)).toEqual(['lodged', 'examination'])
  })

  test('is refused where it contradicts what is known, with what would not; then nothing of it is kept.', async () => {
    const shipmentId = await customs.shipped()
    await expect(tell(shipmentId, 'lodged', 1, { legSequence: 3 })).rejects.toMatchObject({ code: 'passes-no-customs' })
    await tell(shipmentId, 'accepted', 2)
    await expect(tell(shipmentId, 'lodged', 3, { documents: ['x'] })).rejects.toMatchObject({
      code: 'customs-event-conflict',
      issues: [{ path: '/state', message: expect.stringContaining('documents-required, examination, detained, released, refused may') }],
    })
    await tell(shipmentId, 'refused', 5)
    await expect(tell(shipmentId, 'released', 6)).rejects.toMatchObject({ issues: [{ message: expect.stringContaining('that ended it') }] })
    expect(await entriesOf(db, shipmentId)).toMatchObject([{ state: 'refused', requiredDocuments: [], closedAt: at(5).toISOString() }])
    expect((await getShipment(db, shipmentId))?.milestones).toEqual([])
  })

  test('becomes milestones where goods are cleared: lodged, the first examination, released.', async () => {
    const shipmentId = await customs.shipped()
    for (const [state, hour] of [
      ['lodged', 1],
      ['examination', 2],
      ['accepted', 3],
      ['examination', 4],
      ['released', 9],
    ] as const)
      await tell(shipmentId, state, hour)
    const place = { classifier: 'ACT', legSequence: 2, locationCode: 'NLRTM', source: 'partner', position: null }
    expect((await getShipment(db, shipmentId))?.milestones).toMatchObject([
      { code: 'CUSS', eventTime: at(1).toISOString(), ...place },
      { code: 'CUSI', eventTime: at(2).toISOString(), ...place },
      { code: 'CUSR', eventTime: at(9).toISOString(), ...place },
    ])
  })

  test('marks the shipment as changed, so that whoever follows it now looks again.', async () => {
    const shipmentId = await customs.shipped()
    const changedAt = async () =>
      (await db.select({ at: shipment.updatedAt }).from(shipment).where(eq(shipment.id, shipmentId)))[0]?.at.getTime() ?? 0
    await tell(shipmentId, 'lodged', 1)
    const first = await changedAt()
    await tell(shipmentId, 'accepted', 2)
    expect(await changedAt()).toBeGreaterThan(first)
  })
})

describe('A release', () => {
  test('leaves what there is to learn: what it was told apart by, missing documents as they were at lodging, the heaviest channel.', async () => {
    const shipmentId = await customs.shipped()
    await putEntry(
      db,
      { shipmentId, legSequence: 2, requiredDocuments: ['invoice', 'licence'], presentDocuments: ['invoice'], restrictions: ['CITES'] },
      now,
    )
    await tell(shipmentId, 'lodged', 1)
    await tell(shipmentId, 'documents-required', 3, { documents: ['origin'] })
    await putEntry(db, { shipmentId, legSequence: 2, presentDocuments: ['invoice', 'licence', 'origin'] }, now)
    expect(await countClearances(db)).toBe(0)
    await tell(shipmentId, 'released', 30)
    const [clearance] = await latestClearances(db, 10)
    expect(clearance).toMatchObject({
      ...{
        key: `shipment/${shipmentId}/2`,
        country: 'NL',
        office: 'NLRTM',
        hsCode: '940521',
        mode: 'sea',
        party: partyKey('ada  EXAMPLE '),
      },
      ...{ submittedAt: at(1), clearedAt: at(30), channel: 'documents', source: 'live', shipmentId },
      ...{ missingDocuments: ['licence'], restrictions: ['CITES'] },
    })
    expect(JSON.stringify(clearance)).not.toContain('Ada')
  })

  test('by a declarant is learnt of the declarant, once.', async () => {
    const shipmentId = await customs.shipped()
    await putEntry(db, { shipmentId, legSequence: 2, declarant: 'Broker BV' }, now)
    await tell(shipmentId, 'lodged', 1)
    await tell(shipmentId, 'released', 3)
    await tell(shipmentId, 'released', 3)
    await tell(shipmentId, 'accepted', 2)
    expect(await latestClearances(db, 10)).toMatchObject([{ party: partyKey('Broker BV'), channel: 'released' }])
  })

  test('of which nothing was told before says nothing of how long it took, until the lodging is told.', async () => {
    const shipmentId = await customs.shipped()
    await tell(shipmentId, 'released', 9)
    expect(await countClearances(db)).toBe(0)
    await tell(shipmentId, 'lodged', 4)
    expect(await latestClearances(db, 10)).toMatchObject([{ submittedAt: at(4), clearedAt: at(9) }])
  })

  test('leaves its outcome when the shipment goes.', async () => {
    const shipmentId = await customs.shipped()
    await tell(shipmentId, 'lodged', 1)
    await tell(shipmentId, 'released', 3)
    await db.delete(shipment)
    expect(await latestClearances(db, 10)).toMatchObject([{ shipmentId: null, country: 'NL' }])
  })
})

describe('Clearances of a shipment', () => {
  test('are the one it will need, before anything was said of it, and none inside one territory.', async () => {
    const shipmentId = await customs.shipped()
    const facts = {
      country: 'NL',
      office: 'NLRTM',
      hsCode: '940521',
      mode: 'sea',
      party: partyKey('Ada Example'),
      missingDocuments: [],
      restrictions: [],
    }
    expect(await casesOf(db, shipmentId)).toEqual([{ legSequence: 2, entry: null, facts }])
    await putEntry(db, { shipmentId, legSequence: 2, office: 'NL000396', requiredDocuments: ['licence'] }, now)
    await putEntry(db, { shipmentId, legSequence: 1, country: 'SG' }, now)
    expect(await casesOf(db, shipmentId)).toMatchObject([
      { legSequence: 1, entry: { country: 'SG' }, facts: { country: 'SG', office: null } },
      { legSequence: 2, entry: { state: 'draft' }, facts: { ...facts, office: 'NL000396', missingDocuments: ['licence'] } },
    ])
    expect(await casesOf(db, await customs.shipped(customs.inland()))).toEqual([])
  })
})

test('Clearances are read in the order in which they became known, and known once.', async () => {
  const clearance = (id: number) => ({
    ...{
      key: `import/${id}`,
      country: 'NL',
      submittedAt: at(id),
      clearedAt: at(id + 1),
      channel: 'released' as const,
      source: 'import' as const,
    },
  })
  expect(await recordClearances(db, [3, 1, 2].map(clearance))).toBe(3)
  expect(await recordClearances(db, [2, 4].map(clearance))).toBe(1)
  const keys = (rows: { key: string }[]) => rows.map(({ key }) => Number(key.slice(7)))
  expect(keys(await latestClearances(db, 2))).toEqual([2, 4])
  const [first] = await latestClearances(db, 9)
  expect(keys(await clearancesAfter(db, first?.id ?? 0, 2))).toEqual([1, 2])
})

test('Declarations of all shipments are listed by state, hold and country, in pages.', async () => {
  const held = await customs.shipped()
  await tell(held, 'examination', 1)
  await putEntry(db, { shipmentId: await customs.shipped(), legSequence: 2 }, now)
  await tell(await customs.shipped(customs.straight()), 'lodged', 1, { legSequence: 1 })
  const states = async (filter: Partial<Parameters<typeof listEntries>[1]>) =>
    (await listEntries(db, { limit: 10, ...filter })).items.map(({ state }) => state).sort()
  expect(await states({})).toEqual(['draft', 'examination', 'lodged'])
  expect(await states({ held: true })).toEqual(['examination'])
  expect(await states({ held: false })).toEqual(['draft', 'lodged'])
  expect(await states({ state: ['lodged', 'draft'], country: 'DE' })).toEqual(['lodged'])
  const first = await listEntries(db, { limit: 2 })
  const second = await listEntries(db, { limit: 2, cursor: first.nextCursor ?? '' })
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3)
  expect(second.nextCursor).toBeNull()
  expect((await listEntries(db, { limit: 9, held: true })).items).toMatchObject([
    { shipmentId: held, trackingNumber: expect.stringMatching(/^LD/), events: [{ state: 'examination' }] },
  ])
})

test('Predictions of a clearance wait for the release, and only those made before it are scored, once.', async () => {
  const shipmentId = await customs.shipped()
  const predicted = (hour: number) => ({
    ...{
      shipmentId,
      legSequence: 2,
      madeAt: at(hour),
      p10: 1,
      p50: 5,
      p90: 20,
      naive: 8,
      channels: { released: 0.8, documents: 0.1, examination: 0.1 },
    },
  })
  await keepClearancePredictions(db, [predicted(5), predicted(1), predicted(30)])
  await tell(shipmentId, 'lodged', 2)
  expect(await unscoredClearances(db, 10)).toEqual([])
  await tell(shipmentId, 'released', 20)
  const [released] = await unscoredClearances(db, 10)
  expect(released).toMatchObject({
    ...{ shipmentId, legSequence: 2, country: 'NL', channel: 'released', mode: 'sea', lodgedAt: at(2), releasedAt: at(20) },
    ...{ origin: { code: 'CNSZX', kind: 'port' }, destination: { country: 'DE', kind: 'address' } },
    predictions: [{ madeAt: at(1), p50: 5, naive: 8, channels: { released: 0.8 } }, { madeAt: at(5) }],
  })
  expect(released?.predictions).toHaveLength(2)
  const score = {
    kind: 'clearance' as const,
    key: clearanceKey({ shipmentId, legSequence: 2 }),
    horizonHours: 5,
    horizon: '0-6 h',
    p10: 1,
    p50: 5,
    p90: 9,
    actual: 19,
  }
  await keepScores(db, [{ ...score, madeAt: at(1), actualAt: at(20), scoredAt: now }])
  expect(await unscoredClearances(db, 10)).toEqual([])
})
