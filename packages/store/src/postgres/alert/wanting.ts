import type { AlertState } from '@lading/shared/domain/alert-handling'
import { and, gt, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm'
import { alert } from '../schema/alert.ts'

/** Alerts that want somebody, now or after a snooze: their cause is there and nobody said that it is dealt with. */
export const wanting = () => and(isNull(alert.closedAt), isNull(alert.resolvedAt)) as SQL

/** Alerts in a state at this moment of platform time. */
export const inState = (state: AlertState, now: Date): SQL | undefined =>
  ({
    open: and(wanting(), or(isNull(alert.snoozedUntil), lte(alert.snoozedUntil, now))),
    snoozed: and(wanting(), gt(alert.snoozedUntil, now)),
    resolved: isNotNull(alert.resolvedAt),
    closed: and(isNotNull(alert.closedAt), isNull(alert.resolvedAt)),
  })[state]
