import type { CustomsEventState } from '@lading/shared/domain/customs-entry'
import { partyKey } from '@lading/store/postgres/clearance-outcome/party-key'
import { clearancesAfter, countClearances, latestClearances } from '@lading/store/postgres/clearance-outcome/read'
import { recordClearances } from '@lading/store/postgres/clearance-outcome/record'
import { keepClearancePredictions } from '@lading/store/postgres/clearance-prediction/keep'
import { clearanceKey, unscoredClearances } from '@lading/store/postgres/clearance-prediction/unscored'
import { casesOf } from '@lading/store/postgres/customs/cases-of'
import { putEntry } from '@lading/store/postgres/customs/put-entry'
import { type CustomsNews, recordCustomsEvent } from '@lading/store/postgres/customs/record-event'
import { keepScores } from '@lading/store/postgres/prediction-score/keep'
import { clearanceOutcome, shipment } from '@lading/store/postgres/schema/index'
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
