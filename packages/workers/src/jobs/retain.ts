import type { Clock } from '@lading/shared/clock'
import { alone } from '@lading/store/postgres/alone'
import { removeOldDeadLetters } from '@lading/store/postgres/dead-letter/remove-old'
import { replayAdopted } from '@lading/store/postgres/dead-letter/replay-adopted'
import { forgetOldWishes } from '@lading/store/postgres/delivery-wish/wishes'
import { removeExpiredQuotes } from '@lading/store/postgres/landed-cost/remove-expired'
import { forgetNews } from '@lading/store/postgres/news/forget'
import type { Database } from '@lading/store/postgres/open'
import { removeExpiredSessions } from '@lading/store/postgres/session/remove-expired'
import { forgetOldContacts } from '@lading/store/postgres/shipment-contact/forget-old'
import { removeExpiredLinks } from '@lading/store/postgres/tracking-link/remove-expired'
import { removeOldChanges } from '@lading/store/postgres/tracking-link/remove-old-changes'
import type { TelemetryStore } from '@lading/store/telemetry/telemetry-store'

/** How many of each went. */
export type Retained = {
  [what in 'readings' | 'hours' | 'deadLetters' | 'sessions' | 'trackingLinks' | 'recipients' | 'wishes' | 'quotes']: number
}

type Deps = {
  database: Pick<Database, 'db' | 'sql'>
  telemetry: Pick<TelemetryStore, 'thin' | 'forget'>
  /** Readings live in platform time. */
  clock: Clock
  /** Dead letters are evidence of faults, sessions and links are security: they live in wall time. */
  wallClock: Clock
  readingDays: number
  hourlyDays: number
  deadLetterDays: number
  /** After the end of a journey. */
  contactDays: number
  /** After a quote of landed cost expired; 0: for ever. They live in platform time. */
  quoteDays: number
  /** Aborted when the process ends: what is left is for the next run. */
  stopping: AbortSignal
  onRetained: (retained: Retained) => void
  /** The database that keeps the readings has no way to let some of them go. */
  onImpossible: (why: string) => void
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** A reading that has just come is followed, and seen, before it becomes part of an hour, however old it is. */
const settledAfterMs = dayMs

/** Removes what has been kept for as long as the policy says. What one run does not finish, the next one does. */
export const createRetainJob = (deps: Deps) => async () => {
  const { db, sql } = deps.database
  const now = deps.wallClock.now()
  await replayAdopted(db, now)
  const deadLetters = await removeOldDeadLetters(db, new Date(now.getTime() - deps.deadLetterDays * dayMs))
  const sessions = await removeExpiredSessions(db, now)
  const finished = new Date(deps.clock.now().getTime() - deps.contactDays * dayMs)
  const recipients = (await forgetNews(db, { now, finished })) + (await forgetOldContacts(db, finished))
  const wishes = await forgetOldWishes(db, finished)
  const quotes = deps.quoteDays === 0 ? 0 : await removeExpiredQuotes(db, new Date(deps.clock.now().getTime() - deps.quoteDays * dayMs))
  const trackingLinks = await removeExpiredLinks(db, now)
  await removeOldChanges(db, new Date(now.getTime() - hourMs))
  const thinned = await alone(sql, () => retainReadings(deps))
  deps.onRetained({ readings: 0, hours: 0, ...thinned, deadLetters, sessions, trackingLinks, recipients, wishes, quotes })
}

/** Nothing of what is kept for ever is thinned, and then nothing of it is forgotten either. */
const retainReadings = async ({ telemetry, clock, readingDays, hourlyDays, stopping: signal, onImpossible }: Deps) => {
  if (readingDays === 0) return undefined
  const nowMs = clock.now().getTime()
  const receivedBeforeMs = nowMs - settledAfterMs
  // First what needs no figures any more.
  if (hourlyDays > 0) await telemetry.forget({ recordedBeforeMs: nowMs - hourlyDays * dayMs, receivedBeforeMs, signal })
  const thinned = await telemetry.thin({ recordedBeforeMs: nowMs - readingDays * dayMs, receivedBeforeMs, signal })
  if (thinned.outcome === 'impossible') {
    onImpossible(thinned.why)
    return undefined
  }
  const { readings, hours } = thinned
  return { readings, hours }
}
