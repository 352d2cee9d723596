import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { and, asc, gt, isNotNull, notInArray, or } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { shipment } from '../schema/shipment.ts'
import { selectSummaries, toSummary } from '../shipment/summary.ts'

const finishedShownMs = 24 * 3_600_000

/** Until when a shipment is on the map: one that is finished leaves it after 24 hours. */
export const shownUntilMs = ({ state, updatedAt }: ShipmentSummary) =>
  isFinished(state) ? Date.parse(updatedAt) + finishedShownMs : Number.POSITIVE_INFINITY

const isShown = (now: Date) =>
  and(
    isNotNull(shipment.positionAt),
    or(notInArray(shipment.state, ['delivered', 'expired']), gt(shipment.updatedAt, new Date(now.getTime() - finishedShownMs))),
  )

/** All shipments that the map shows, so many at a time. */
export async function* allShown(db: Db, now: Date, atOnce: number) {
  let last: string | undefined
  for (;;) {
    const rows = await selectSummaries(db)
      .where(and(isShown(now), last === undefined ? undefined : gt(shipment.id, last)))
      .orderBy(asc(shipment.id))
      .limit(atOnce)
    yield rows.map(toSummary)
    last = rows.at(-1)?.shipment.id
    if (rows.length < atOnce) return
  }
}
