import type { CustomsEventState } from '@lading/shared/domain/customs-entry'
import { entriesOf } from '@lading/store/postgres/customs/entries-of'
import { type CustomsNews, recordCustomsEvent } from '@lading/store/postgres/customs/record-event'
import { clearanceOutcome, customsEvent, shipment } from '@lading/store/postgres/schema/index'
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
