import type { Clock } from '@lading/shared/clock'
import type { Db } from '@lading/store/postgres/open'
import { findNeglected } from '@lading/store/postgres/tracking/find-neglected'
import { findUnfollowed } from '@lading/store/postgres/tracking/find-unfollowed'
import type { Queue } from '@lading/store/queue/open'
import { minuteMs } from '../models/fix.ts'

type Deps = { db: Db; clock: Clock; queue: Pick<Queue, 'request'> }

/** How old an ETA may grow, in platform time, before it is computed again although nothing was reported. */
const etaMaxAgeMs = 30 * minuteMs
/** What one sweep asks for at the most; the rest waits for the next one. */
const sweepMax = 200

/**
 * Asks for the work that nobody asked for: readings whose job was lost with the queue or a process, shipments without a plan, ETAs
 * that grew old, devices that fell silent. Everything comes from PostgreSQL, so an emptied queue fills again by itself.
 */
export const createSweepJob =
  ({ db, clock, queue }: Deps) =>
  async () => {
    const [devices, shipments] = await Promise.all([
      findUnfollowed(db, sweepMax),
      findNeglected(db, new Date(clock.now().getTime() - etaMaxAgeMs), sweepMax),
    ])
    await queue.request(
      'track',
      devices.map((deviceId) => ({ data: { deviceId }, deduplicationId: deviceId })),
    )
    await queue.request(
      'plan',
      shipments.map((shipmentId) => ({ data: { shipmentId }, deduplicationId: shipmentId })),
    )
  }
