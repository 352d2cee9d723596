import type { CustomsEntryChange } from '@lading/shared/contract/customs'
import type { CustomsEventState } from '@lading/shared/domain/customs-entry'
import { latestClearances } from '@lading/store/postgres/clearance-outcome/read'
import { changesOf } from '@lading/store/postgres/customs/changes-of'
import { entriesOf } from '@lading/store/postgres/customs/entries-of'
import { listEntries } from '@lading/store/postgres/customs/list-entries'
import { putEntry } from '@lading/store/postgres/customs/put-entry'
import { type CustomsNews, recordCustomsEvent } from '@lading/store/postgres/customs/record-event'
import { clearanceOutcome, customsEntry, shipment } from '@lading/store/postgres/schema/index'
import { getShipment } from '@lading/store/postgres/shipment/get'
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
