import type { ArrivalModel } from '@lading/models/arrival/arrival-model'
import type { ClearanceModel } from '@lading/models/customs/clearance/clearance-model'
import type { Eta } from '@lading/shared/domain/eta'
import type { Reading } from '@lading/shared/domain/reading'
import type { TrackingUpdate } from '@lading/store/postgres/tracking/save'
import type { TrackedLeg, TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Watched } from '@lading/store/postgres/watched/load'
import { reconcileAlerts } from './alerts/reconcile.ts'
import type { Declared } from './alerts/rule.ts'
import { clearancesToKeep } from './customs/clearances-to-keep.ts'
import { type EtaEstimate, estimateEta } from './eta/estimate.ts'
import { isWorthKeeping } from './eta/is-worth-keeping.ts'
import { withEstimates } from './eta/leg-estimates.ts'
import { stageOutcomes } from './eta/stage-outcomes.ts'
import type { Fix } from './fix.ts'
import { stateOf } from './follow-legs/state-of.ts'
import { followStays } from './geofences/follow-stays.ts'
import { locate } from './locate.ts'
import { progressOf } from './progress.ts'

export type Evidence = {
  /** Readings of the last hours, of all devices that spoke for the shipment then, oldest first. */
  readings: Reading[]
  /** Fixes from before those readings, where standing still has to be told from a short halt. */
  earlierFixes: Fix[]
  /** Fences and hazards that people drew. */
  watched?: Watched
  /** What is wrong with what will be declared of it. */
  declared?: Declared | undefined
  now: Date
}

/**
 * Everything that follows from what devices reported and customs told: where the goods are, what happened, when they arrive, what is
 * wrong. Stages and clearances take what was learnt, where anything was.
 */
export const followShipment = (
  before: TrackedShipment,
  { readings, earlierFixes, watched = nothingWatched, declared, now }: Evidence,
  learnt?: ArrivalModel,
  clearance?: ClearanceModel,
): TrackingUpdate => {
  const { fixes, position, ...followed } = locate(before, readings)
  const leg = followed.legs.find(({ actualArrival }) => !actualArrival)

  const { promisedAt, customs } = before
  const estimate = estimateEta({ legs: followed.legs, position, recent: fixes, now, promisedAt, customs }, learnt, clearance)
  const eta = estimate ? etaOf(estimate, now) : null
  const { legs, milestones: estimated } = estimate
    ? withEstimates(followed.legs, estimate.legs, now)
    : { legs: followed.legs, milestones: [] }

  const { stays, changes: visits } = followStays(before.visits, fixes, leg, watched.geofences)
  const alerts = reconcileAlerts(
    {
      shipment: before,
      legs,
      leg,
      readings,
      newSinceMs: before.trackedUntil?.getTime() ?? 0,
      fixes: [...earlierFixes, ...fixes],
      eta: estimate,
      stays,
      hazards: watched.hazards,
      declared,
      now,
    },
    before.openAlerts,
  )
  return {
    state: stateOf(legs, before),
    currentLeg: leg ?? (legs.at(-1) as TrackedLeg),
    position,
    progress: progressOf(legs, position),
    eta,
    keepEta: eta !== null && isWorthKeeping(before.keptEta, eta),
    trackedUntil: latest(before.trackedUntil, readings),
    legs: legs.filter((each, index) => timesDiffer(each, before.legs[index])),
    milestones: [...followed.milestones, ...estimated],
    outcomes: stageOutcomes(before.id, before.legs, legs),
    clearances: clearancesToKeep(before, estimate?.clearances ?? [], now),
    visits,
    alerts,
  }
}

const nothingWatched: Watched = { geofences: [], hazards: [] }

const etaOf = ({ p10, p50, p90, missProbability, stages, addedUp }: EtaEstimate, computedAt: Date): Eta => ({
  p10,
  p50,
  p90,
  computedAt,
  missProbability,
  stages,
  addedUp,
})

const latest = (before: Date | null, readings: Reading[]) => {
  const newest = readings.reduce((most, { recordedAtMs }) => Math.max(most, recordedAtMs), before?.getTime() ?? 0)
  return newest > 0 ? new Date(newest) : null
}

const timesDiffer = (a: TrackedLeg, b: TrackedLeg | undefined) =>
  a.estimatedDeparture !== b?.estimatedDeparture ||
  a.estimatedArrival !== b?.estimatedArrival ||
  a.actualDeparture !== b?.actualDeparture ||
  a.halfwayAt !== b?.halfwayAt ||
  a.actualArrival !== b?.actualArrival
