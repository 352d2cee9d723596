import type { Classifier, MilestoneCode, MilestoneSource } from '@lading/shared/domain/milestone'
import type { Point } from '@lading/shared/geo/point'
import { sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { milestone } from '../schema/milestone.ts'

export type NewMilestone = {
  code: MilestoneCode
  classifier: Classifier
  eventTime: Date
  legSequence: number
  locationCode: string
  position: Point | null
  source: MilestoneSource
}

/**
 * Records each event once, however often it is told. What happened (ACT) stays as it was first recorded; a plan or an estimate
 * that moved replaces the one before.
 */
export const recordMilestones = async (db: Db | Transaction, shipmentId: string, milestones: NewMilestone[], recordTime: Date) => {
  const rows = milestones.map(({ position, ...rest }) => ({
    ...rest,
    shipmentId,
    recordTime,
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
  }))
  const actual = rows.filter(({ classifier }) => classifier === 'ACT')
  const expected = rows.filter(({ classifier }) => classifier !== 'ACT')
  if (actual.length > 0) await db.insert(milestone).values(actual).onConflictDoNothing()
  if (expected.length > 0)
    await db
      .insert(milestone)
      .values(expected)
      .onConflictDoUpdate({
        target: [milestone.shipmentId, milestone.code, milestone.classifier, milestone.legSequence],
        targetWhere: sql`corrects is null and leg_sequence is not null`,
        set: { eventTime: sql`excluded.event_time`, recordTime: sql`excluded.record_time`, locationCode: sql`excluded.location_code` },
        setWhere: sql`${milestone.eventTime} <> excluded.event_time`,
      })
}
