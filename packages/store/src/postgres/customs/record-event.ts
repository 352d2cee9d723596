import type { CustomsEntry } from '@lading/shared/contract/customs'
import type { Leg } from '@lading/shared/contract/shipment'
import { fitsCourse } from '@lading/shared/domain/customs-course'
import { placeOfClearance } from '@lading/shared/domain/customs-crossing'
import { type CustomsEventState, isClosed } from '@lading/shared/domain/customs-entry'
import type { MilestoneCode, MilestoneSource } from '@lading/shared/domain/milestone'
import { eq } from 'drizzle-orm'
import { recordClearances } from '../clearance-outcome/record.ts'
import { DomainError } from '../domain-error.ts'
import { recordMilestones } from '../milestone/record.ts'
import type { Db, Transaction } from '../open.ts'
import { customsEntry, customsEvent } from '../schema/customs.ts'
import { afterEvent, clearanceOf } from './consequences.ts'
import { goodsOf } from './goods-of.ts'
import { openEntry, touchShipment } from './open-entry.ts'
import { type EntryRow, type EventRow, eventsOf, toEntry } from './rows.ts'

export type CustomsNews = {
  shipmentId: string
  legSequence: number
  state: CustomsEventState
  eventTime: Date
  documents?: string[]
  note?: string | null
  source: MilestoneSource
  recordedBy?: string | null
  /** Of import, where the leg is not the one at which goods are cleared by the plan. */
  country?: string
}

/**
 * Keeps what was told of a declaration and draws its consequences: how far it is, documents that are asked for, milestones, and when the
 * goods are released what there is to learn from it. All of it or nothing. Told again it changes nothing; told late it takes its place
 * without moving the declaration back; what contradicts what is known is refused with what would not.
 */
export const recordCustomsEvent = (db: Db, news: CustomsNews, now: Date): Promise<{ entry: CustomsEntry; isNew: boolean }> =>
  db.transaction(async (tx) => {
    const { entry, legs } = await openEntry(tx, news, now)
    const before = await eventsOf(tx, [entry.id])
    if (before.some(({ state, eventTime }) => state === news.state && eventTime.getTime() === news.eventTime.getTime()))
      return { entry: toEntry(entry, before), isNew: false }
    refuseContradiction(before, news)
    const { state, eventTime, documents = [], note = null, source, recordedBy = null } = news
    await tx.insert(customsEvent).values({ entryId: entry.id, state, eventTime, recordTime: now, source, recordedBy, documents, note })
    const events = await eventsOf(tx, [entry.id])
    const [changed] = await tx
      .update(customsEntry)
      .set({ ...afterEvent(entry, events, { documents }), updatedAt: now })
      .where(eq(customsEntry.id, entry.id))
      .returning()
    await keepMilestone(tx, legs, entry, news, now)
    await keepOutcome(tx, legs, changed as EntryRow, events)
    await touchShipment(tx, news.shipmentId, now)
    return { entry: toEntry(changed as EntryRow, events), isNew: true }
  })

const refuseContradiction = (before: EventRow[], { state, eventTime }: CustomsNews) => {
  const course = fitsCourse(before, { state, eventTime })
  if (course.fits) return
  const { after, allowed } = course
  const instead = allowed.length > 0 ? `${allowed.join(', ')} may` : isClosed(after) ? 'nothing may, as that ended it' : 'nothing may'
  throw new DomainError(
    'customs-event-conflict',
    `A declaration cannot be ${state} at ${eventTime.toISOString()}, by what is known of it.`,
    [{ path: '/state', message: `may not come after ${after} then; ${instead}` }],
  )
}

const milestoneOf: Partial<Record<CustomsEventState, MilestoneCode>> = { lodged: 'CUSS', examination: 'CUSI', released: 'CUSR' }

const keepMilestone = async (tx: Transaction, legs: Leg[], entry: EntryRow, { state, eventTime, source }: CustomsNews, now: Date) => {
  const [code, place] = [milestoneOf[state], placeOfClearance(legs, entry.legSequence, entry.country)]
  if (!code || !place) return
  const milestone = { code, classifier: 'ACT' as const, eventTime, legSequence: entry.legSequence, locationCode: place.code }
  await recordMilestones(tx, entry.shipmentId, [{ ...milestone, position: null, source }], now)
}

const keepOutcome = async (tx: Transaction, legs: Leg[], entry: EntryRow, events: EventRow[]) => {
  if (entry.state !== 'released') return
  const arrivedAt = (legSequence: number) => {
    const at = legs.find(({ sequence }) => sequence === legSequence)?.arrival.actual
    return at ? new Date(at) : null
  }
  const clearance = clearanceOf({ ...(await goodsOf(tx, entry.shipmentId)), legs }, entry, events, arrivedAt)
  if (clearance) await recordClearances(tx, [clearance])
}
