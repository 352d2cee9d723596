import type { DeviceRange } from '@lading/store/telemetry/telemetry-store'

type Assignment = { deviceId: string; from: Date; until: Date | null }
type Wanted = { from?: string; until?: string }

/**
 * The stretches of device time that belong to a shipment, within what is wanted, oldest first. An assignment without an end
 * lasts until now; a reading cannot be newer than that by much, as ingest refuses clocks that are a day ahead.
 */
export const deviceRanges = (assignments: Assignment[], { from, until }: Wanted, now: Date): DeviceRange[] => {
  const wantedFromMs = from ? Date.parse(from) : Number.NEGATIVE_INFINITY
  const wantedUntilMs = until ? Date.parse(until) : now.getTime() + 1
  return assignments
    .map((assignment) => ({
      deviceId: assignment.deviceId,
      fromMs: Math.max(assignment.from.getTime(), wantedFromMs),
      untilMs: Math.min(assignment.until?.getTime() ?? Number.POSITIVE_INFINITY, wantedUntilMs),
    }))
    .filter(({ fromMs, untilMs }) => fromMs < untilMs)
}
