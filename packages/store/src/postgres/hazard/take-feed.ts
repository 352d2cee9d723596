import { isDeepStrictEqual } from 'node:util'
import type { HazardFeed, HazardMessage, ToldHazard } from '@lading/shared/hazard-feed/told-hazard'
import { and, eq, inArray } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { hazard } from '../schema/hazard.ts'
import { refuseTooMany } from './refuse-too-many.ts'

type Read = { feed: HazardFeed; messages: HazardMessage[] }
type Row = typeof hazard.$inferSelect

/** `unchanged`: known already, over before anybody heard of them, or in the hands of people. */
export type Taken = { added: number; changed: number; ended: number; unchanged: number }

/**
 * Keeps what a feed tells, all of it or nothing. What is told again changes what is kept, unless people have changed it or taken it away
 * since: they know better. What is no longer told of a message, and what another takes the place of, ends now.
 */
export const takeHazardFeed = (db: Db, { feed, messages }: Read, { userId, now }: { userId?: string; now: Date }): Promise<Taken> =>
  db.transaction(async (tx) => {
    const keys = [...new Set(messages.flatMap(({ key, replaces }) => [key, ...replaces]))]
    const rows = await known(tx, feed, keys)
    const taken: Taken = { added: 0, changed: 0, ended: 0, unchanged: 0 }
    const adding: (typeof hazard.$inferInsert)[] = []
    // A message may stand there twice, and the later one of a feed counts: what was said before of it is not kept first.
    for (const { key, hazards, replaces } of new Map(messages.map((message) => [message.key, message])).values()) {
      const told = new Map(hazards.map((each, index) => [index + 1, each]))
      const mine = rows.filter((row) => row.feedKey === key)
      for (const [part, each] of told) {
        const row = mine.find(({ feedPart }) => feedPart === part)
        if (!row) {
          if (each.validUntil !== null && new Date(each.validUntil) <= now) taken.unchanged += 1
          else adding.push({ ...valuesOf(each), feed, feedKey: key, feedPart: part, createdAt: now, createdBy: userId, updatedAt: now })
        } else if (isTheirs(row) || isDeepStrictEqual(valuesOf(each), toldBefore(row))) taken.unchanged += 1
        else {
          await tx
            .update(hazard)
            .set({ ...valuesOf(each), version: row.version + 1, updatedAt: now })
            .where(eq(hazard.id, row.id))
          taken.changed += 1
        }
      }
      const gone = rows.filter((row) =>
        row.feedKey === key ? !told.has(row.feedPart ?? 0) : replaces.includes(row.feedKey ?? '') && row.feedKey !== key,
      )
      for (const row of gone) if (!isTheirs(row) && (await end(tx, row, now))) taken.ended += 1
    }
    await refuseTooMany(tx, adding.length, now)
    if (adding.length > 0) await tx.insert(hazard).values(adding)
    return { ...taken, added: adding.length }
  })

const keysAtOnce = 1000

const known = async (tx: Transaction, feed: HazardFeed, keys: string[]): Promise<Row[]> => {
  const rows: Row[] = []
  for (let at = 0; at < keys.length; at += keysAtOnce)
    rows.push(
      ...(await tx
        .select()
        .from(hazard)
        .where(and(eq(hazard.feed, feed), inArray(hazard.feedKey, keys.slice(at, at + keysAtOnce))))
        .for('update')),
    )
  return rows
}

const isTheirs = ({ updatedBy, removedAt }: Row) => updatedBy !== null || removedAt !== null

const valuesOf = ({ validFrom, validUntil, ...told }: ToldHazard) => ({
  ...told,
  validFrom: new Date(validFrom),
  validUntil: validUntil === null ? null : new Date(validUntil),
})

const toldBefore = ({ kind, severity, title, area, validFrom, validUntil, source, reference, note }: Row) => ({
  ...{ kind, severity, title, area, source, reference, note },
  ...{ validFrom, validUntil },
})

/** One that has begun ends now; one that was only announced was never there. False where it is over already. */
const end = async (tx: Transaction, { id, validFrom, validUntil, version }: Row, now: Date) => {
  if (validUntil !== null && validUntil <= now) return false
  const ended = validFrom < now ? { validUntil: now } : { removedAt: now }
  await tx
    .update(hazard)
    .set({ ...ended, version: version + 1, updatedAt: now })
    .where(eq(hazard.id, id))
  return true
}
