import type { Clock } from '@lading/shared/clock'
import { removeOldDeadLetters } from '@lading/store/postgres/dead-letter/remove-old'
import { replayAdopted } from '@lading/store/postgres/dead-letter/replay-adopted'
import type { Db } from '@lading/store/postgres/open'

type Deps = {
  db: Db
  /** Dead letters are evidence of faults: they live in wall time. */
  wallClock: Clock
  deadLetterDays: number
}

const dayMs = 24 * 3_600_000

/** Removes what has been kept for as long as the policy says. What one run does not finish, the next one does. */
export const createRetainJob =
  ({ db, wallClock, deadLetterDays }: Deps) =>
  async () => {
    const now = wallClock.now()
    await replayAdopted(db, now)
    await removeOldDeadLetters(db, new Date(now.getTime() - deadLetterDays * dayMs))
  }
