import type { NewHazard } from '@lading/shared/contract/hazard'
import type { Who } from '../alert/act.ts'
import type { Db } from '../open.ts'
import { hazard } from '../schema/hazard.ts'
import { refuseTooMany } from './refuse-too-many.ts'

/** Keeps hazards, all of them or none; answers their ids. Areas and times have been checked. */
export const addHazards = (db: Db, wanted: NewHazard[], { userId, now }: Who): Promise<string[]> =>
  db.transaction(async (tx) => {
    await refuseTooMany(tx, wanted.length, now)
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
