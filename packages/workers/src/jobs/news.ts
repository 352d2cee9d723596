import type { Clock } from '@lading/shared/clock'
import { dueNews } from '@lading/store/postgres/news/due'
import { keepNews } from '@lading/store/postgres/news/keep'
import type { Db } from '@lading/store/postgres/open'
import type { Queue } from '@lading/store/queue/open'
import { newsOf } from '../models/news/news-of.ts'

type Deps = { db: Db; clock: Clock; wallClock: Clock; queue: Pick<Queue, 'request'> }

/** What one look takes at the most at once, and how often in a row; the rest waits for the next one. */
const atOnce = 200
const roundsMax = 50

/**
 * Looks for what recipients want to hear of and writes the messages that tell it. Found in PostgreSQL, not announced, so none is
 * missed; run twice, or by two processes at once, it comes to the same.
 */
export const createNewsJob =
  ({ db, clock, wallClock, queue }: Deps) =>
  async () => {
    let written = false
    for (let round = 0; round < roundsMax; round++) {
      const now = wallClock.now()
      const platformNow = clock.now()
      const due = await dueNews(db, { now, platformNow }, atOnce)
      for (const each of due) {
        const { told, news } = newsOf(each.told, each.known, each.wanted, platformNow.getTime())
        const kept = await keepNews(db, each, { told, news }, now)
        written ||= kept && news !== null
      }
      if (due.length < atOnce) break
    }
    if (written) await queue.request('mail', [{ data: {}, deduplicationId: 'due' }])
  }
