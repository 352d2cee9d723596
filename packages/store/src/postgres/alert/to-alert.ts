import type { Alert } from '@lading/shared/contract/alert'
import { sql } from 'drizzle-orm'
import { alert } from '../schema/alert.ts'

/** What is said of an alert, from its row. */
export const toAlert = ({ setAside: _, ...row }: typeof alert.$inferSelect, trackingNumber: string): Alert => ({
  ...row,
  trackingNumber,
  openedAt: row.openedAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
  acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
})

/** Later with every change, also of two in the same millisecond: who hears of both knows which is the newer. */
export const changedAt = (now: Date) => sql`greatest(${sql.param(now, alert.updatedAt)}, ${alert.updatedAt} + interval '1 millisecond')`
