import type { NewCountryEvent } from '@lading/shared/contract/risk'
import { and, inArray, isNull } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import type { Db } from '../open.ts'
import { markStale } from '../risk/mark-stale.ts'
import { countryEvent } from '../schema/risk.ts'

type Told = NewCountryEvent & { validFrom: string; validUntil: string | null }

/**
 * Keeps events of a file, all of them or none; one that is known, of the same country, kind, title and beginning, is passed over, so that a
 * file may come twice. Answers how many are new.
 */
export const importCountryEvents = (db: Db, told: Told[], { userId, now }: Who): Promise<number> =>
  db.transaction(async (tx) => {
    const countries = [...new Set(told.map(({ country }) => country))]
    const kept = await tx
      .select()
      .from(countryEvent)
      .where(and(inArray(countryEvent.country, countries), isNull(countryEvent.removedAt)))
    const known = new Set(kept.map((event) => keyOf({ ...event, validFrom: event.validFrom.toISOString() })))
    const fresh = told.filter((event) => {
      const key = keyOf(event)
      return !known.has(key) && known.add(key)
    })
    if (fresh.length === 0) return 0
    const by = { createdAt: now, createdBy: userId, updatedAt: now, updatedBy: userId }
    await tx.insert(countryEvent).values(
      fresh.map(({ validFrom, validUntil, title, ...plain }) => ({
        ...{ ...plain, ...by, title: title.trim(), validFrom: new Date(validFrom) },
        validUntil: validUntil === null ? null : new Date(validUntil),
      })),
    )
    await markStale(tx, { countries })
    return fresh.length
  })

const keyOf = ({ country, kind, title, validFrom }: Pick<Told, 'country' | 'kind' | 'title' | 'validFrom'>) =>
  JSON.stringify([country, kind, title.trim(), validFrom])
