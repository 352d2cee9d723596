import type { Alert } from '@lading/shared/contract/alert'
import type { AlertKind, Severity } from '@lading/shared/domain/alert'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { alert } from '../schema/alert.ts'
import type { AlertFacts } from '../tracking/tracked-shipment.ts'

export type AlertText = { severity: Severity; message: string; facts: AlertFacts }
export type AlertChanges = {
  opened: (AlertText & { kind: AlertKind; openedAt: Date })[]
  updated: (AlertText & { id: string })[]
  closed: { id: string }[]
}

/** Opens, updates and closes alerts of one shipment; answers them as they are now. One stays open per kind, also in a race. */
export const applyAlerts = async (
  tx: Transaction,
  { id: shipmentId, trackingNumber }: { id: string; trackingNumber: string },
  { opened, updated, closed }: AlertChanges,
  now: Date,
): Promise<Alert[]> => {
  const rows: (typeof alert.$inferSelect)[] = []
  if (opened.length > 0)
    rows.push(
      ...(await tx
        .insert(alert)
        .values(opened.map((each) => ({ ...each, shipmentId, updatedAt: now })))
        .onConflictDoNothing()
        .returning()),
    )
  for (const { id, ...text } of updated)
    rows.push(
      ...(await tx
        .update(alert)
        .set({ ...text, updatedAt: now })
        .where(and(eq(alert.id, id), isNull(alert.closedAt)))
        .returning()),
    )
  if (closed.length > 0)
    rows.push(
      ...(await tx
        .update(alert)
        .set({ closedAt: now, updatedAt: now })
        .where(
          and(
            inArray(
              alert.id,
              closed.map(({ id }) => id),
            ),
            isNull(alert.closedAt),
          ),
        )
        .returning()),
    )
  return rows.map((row) => ({
    ...row,
    trackingNumber,
    openedAt: row.openedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  }))
}
