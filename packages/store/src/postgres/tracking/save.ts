import type { Alert } from '@lading/shared/contract/alert'
import type { Eta } from '@lading/shared/domain/eta'
import type { ShipmentState } from '@lading/shared/domain/shipment-state'
import { and, eq, isNull } from 'drizzle-orm'
import { type AlertChanges, applyAlerts } from '../alert/apply.ts'
import { keepClearancePredictions, type NewClearancePrediction } from '../clearance-prediction/keep.ts'
import { keepEta } from '../eta/keep.ts'
import { applyVisits, type VisitChanges } from '../geofence-visit/apply.ts'
import { type LegTimes, saveLegTimes } from '../leg/save-times.ts'
import { type NewMilestone, recordMilestones } from '../milestone/record.ts'
import type { Db } from '../open.ts'
import { shipment } from '../schema/shipment.ts'
import { type NewStageOutcome, recordOutcomes } from '../stage-outcome/record.ts'
import type { TrackedLeg, TrackedPosition, TrackedShipment } from './tracked-shipment.ts'

export type TrackingUpdate = {
  state: ShipmentState
  currentLeg: TrackedLeg
  position: TrackedPosition | null
  progress: number
  eta: Eta | null
  /** Whether the ETA goes into the history as well. */
  keepEta: boolean
  trackedUntil: Date | null
  /** Only those whose times changed. */
  legs: LegTimes[]
  milestones: NewMilestone[]
  /** Of the stages that ended. */
  outcomes: NewStageOutcome[]
  /** Of releases by customs, those that go into the history. */
  clearances: NewClearancePrediction[]
  /** Of stays within geofences. */
  visits: VisitChanges
  alerts: AlertChanges
}

export type Saved = { outcome: 'saved'; alerts: Alert[] } | { outcome: 'overtaken' }

/**
 * Saves what was found by following the shipment, all of it or nothing. Where another run saved since `before` was loaded,
 * nothing is written and the answer is `overtaken`: load again and follow again. So two runs at once never go backwards.
 */
export const saveTracking = (db: Db, before: TrackedShipment, update: TrackingUpdate, now: Date): Promise<Saved> =>
  db.transaction(async (tx) => {
    const { position, eta, currentLeg } = update
    const [row] = await tx
      .update(shipment)
      .set({
        state: update.state,
        currentLeg: currentLeg.sequence,
        mode: currentLeg.mode,
        carrier: currentLeg.carrier,
        ...(position && {
          lat: position.lat,
          lon: position.lon,
          positionAt: position.at,
          speedKmh: position.speedKmh,
          headingDeg: position.headingDeg,
        }),
        progress: update.progress,
        ...(eta && {
          etaP10: eta.p10,
          etaP50: eta.p50,
          etaP90: eta.p90,
          etaComputedAt: eta.computedAt,
          missProbability: eta.missProbability ?? null,
          etaStages: eta.stages ?? null,
        }),
        trackedUntil: update.trackedUntil,
        // Also the mark by which the next run notices this one, so it always moves.
        updatedAt: new Date(Math.max(now.getTime(), before.updatedAt.getTime() + 1)),
      })
      .where(
        and(
          eq(shipment.id, before.id),
          eq(shipment.updatedAt, before.updatedAt),
          before.trackedUntil ? eq(shipment.trackedUntil, before.trackedUntil) : isNull(shipment.trackedUntil),
        ),
      )
      .returning({ id: shipment.id })
    if (!row) return { outcome: 'overtaken' }
    await saveLegTimes(tx, before.id, update.legs)
    await recordMilestones(tx, before.id, update.milestones, now)
    await recordOutcomes(tx, update.outcomes)
    await keepClearancePredictions(tx, update.clearances)
    if (update.keepEta && eta) await keepEta(tx, before.id, eta)
    await applyVisits(tx, before.id, update.visits)
    return { outcome: 'saved', alerts: await applyAlerts(tx, before, update.alerts, now) }
  })
