import type { NewHazard } from '@lading/shared/contract/hazard'
import { and, gt, isNull, or } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { hazard } from '../schema/hazard.ts'

/** Each is held against the way ahead of every shipment; more at once is a mistake of an import. */
export const hazardsMost = 2000

/** Keeps hazards, all of them or none; answers their ids. Areas and times have been checked. */
export const addHazards = (db: Db, wanted: NewHazard[], { userId, now }: Who): Promise<string[]> =>
  db.transaction(async (tx) => {
    const current = and(isNull(hazard.removedAt), or(isNull(hazard.validUntil), gt(hazard.validUntil, now)))
    if ((await tx.$count(hazard, current)) + wanted.length > hazardsMost)
      throw new DomainError('too-many-hazards', `At most ${hazardsMost} hazards are kept at a time. Remove some first.`)
    const added = await tx
      .insert(hazard)
      .values(
        wanted.map(({ validFrom, validUntil, title, ...plain }) => ({
          ...plain,
          title: title.trim(),
          validFrom: validFrom ? new Date(validFrom) : now,
          validUntil: validUntil ? new Date(validUntil) : null,
          ...{ createdAt: now, createdBy: userId, updatedAt: now, updatedBy: userId },
        })),
      )
      .returning({ id: hazard.id })
    return added.map(({ id }) => id)
  })
