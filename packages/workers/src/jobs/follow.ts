import type { ArrivalModel } from '@lading/models/arrival/arrival-model'
import type { ClearanceModel } from '@lading/models/customs/clearance/clearance-model'
import type { Clock } from '@lading/shared/clock'
import type { Eta } from '@lading/shared/domain/eta'
import { promiseStateOf } from '@lading/shared/domain/promise'
import { isFinished } from '@lading/shared/domain/shipment-state'
import type { Db } from '@lading/store/postgres/open'
import { loadTracking } from '@lading/store/postgres/tracking/load'
import { saveTracking, type TrackingUpdate } from '@lading/store/postgres/tracking/save'
import type { TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import type { TelemetryStore } from '@lading/store/telemetry/telemetry-store'
import type { LiveChanges } from '../live-changes.ts'
import { lookAtDeclaration } from '../look-at-declaration.ts'
import { followShipment } from '../models/follow-shipment.ts'
import { createWatch } from '../watch.ts'
import { readEarlierFixes, readEvidence } from './evidence.ts'

export type FollowDeps = {
  db: Db
  telemetry: TelemetryStore
  live: Pick<LiveChanges, 'shipment' | 'alerts'>
  clock: Clock
  /** What is known of arrivals now. */
  arrival: () => Promise<ArrivalModel>
  /** What is known of customs now. */
  clearance: () => Promise<ClearanceModel>
}

/** Another run saves now and then; so often in a row means that something is wrong. */
const overtakenMax = 10
/** Each round follows up to 20,000 readings of each device: a year of one every half minute. The rest is for the next job. */
const roundsMax = 50

/**
 * Brings one shipment up to date with what its devices reported: load, compute, save. Run twice, or by two processes at once, it
 * comes to the same; a run that was overtaken by another looks again.
 */
export const createFollow = ({ db, telemetry, live, clock, arrival, clearance }: FollowDeps) => {
  const watch = createWatch({ db })
  const round = async (shipmentId: string): Promise<'done' | 'overtaken' | 'more'> => {
    const before = await loadTracking(db, shipmentId)
    if (!before || isFinished(before.state)) return 'done'
    const now = clock.now()
    const { readings, complete } = await readEvidence(telemetry, before, now)
    const earlierFixes = await readEarlierFixes(telemetry, before, readings, now)
    const update = followShipment(
      before,
      { readings, earlierFixes, watched: await watch(), declared: await lookAtDeclaration(db, before, now), now },
      ...(await Promise.all([arrival(), clearance()])),
    )
    const saved = await saveTracking(db, before, update, now)
    if (saved.outcome === 'overtaken') return 'overtaken'
    live.alerts(saved.alerts)
    if (saved.alerts.length > 0 || isVisible(before, update)) live.shipment(shipmentId)
    return complete || update.state === 'delivered' ? 'done' : 'more'
  }

  return async (shipmentId: string) => {
    let overtaken = 0
    for (let rounds = 0; rounds < roundsMax; ) {
      const outcome = await round(shipmentId)
      if (outcome === 'done') return
      if (outcome === 'more') rounds++
      else if (++overtaken > overtakenMax) throw new Error(`Shipment ${shipmentId} was overtaken ${overtaken} times in a row`)
    }
  }
}

// What a list or a map would show differently.
const isVisible = (before: TrackedShipment, after: TrackingUpdate) =>
  before.state !== after.state ||
  before.position?.at.getTime() !== after.position?.at.getTime() ||
  before.eta?.p50.getTime() !== after.eta?.p50.getTime() ||
  promiseOf(before.eta) !== promiseOf(after.eta) ||
  after.visits.added.length + after.visits.changed.length + after.visits.removed.length > 0

const promiseOf = (eta: Eta | null) => (typeof eta?.missProbability === 'number' ? promiseStateOf(eta.missProbability) : null)
