import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@lading/store/postgres/open'
import { findUnfollowed } from '@lading/store/postgres/tracking/find-unfollowed'

const deadlineMs = 60_000

/**
 * Jobs are no messages: what is compared for them is what the shipments have followed with what their devices reported.
 * Resolves when nothing is left to follow.
 */
export const untilFollowed = async (db: Db) => {
  const from = performance.now()
  while ((await findUnfollowed(db, 1)).length > 0) {
    if (performance.now() - from > deadlineMs) throw new Error('the work that was lost does not come back')
    await sleep(200)
  }
}
