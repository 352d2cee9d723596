import type { Eta } from '@lading/shared/domain/eta'
import { minuteMs } from '../fix.ts'

/** Whether an arrival time moved by more than a reader would care about: 5 minutes, or 2 % of what is left when that is more. */
export const movedMaterially = (before: Date, after: Date, now: Date) => {
  const leftMs = Math.max(0, after.getTime() - now.getTime())
  return Math.abs(after.getTime() - before.getTime()) > Math.max(5 * minuteMs, 0.02 * leftMs)
}

/** Whether an ETA goes into the history: when it moved, and every half hour in any case, so that a steady one can be scored too. */
export const isWorthKeeping = (kept: Eta | null, next: Eta) =>
  !kept || movedMaterially(kept.p50, next.p50, next.computedAt) || next.computedAt.getTime() - kept.computedAt.getTime() >= 30 * minuteMs
