import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import type { TelemetryStore } from '@lading/store/telemetry/telemetry-store'
import { deviceRanges } from '../shipment/device-ranges.ts'
import type { Measured } from './condition.ts'

/** Asked only where temperatures were agreed on. */
export const measuredTemperature = async (
  { limits, devices }: ShownShipment,
  telemetry: Pick<TelemetryStore, 'series'>,
  now: Date,
): Promise<Measured | undefined> => {
  if (limits.temperatureMinC === null && limits.temperatureMaxC === null) return undefined
  const assignments = devices.map(({ deviceId, from, until }) => ({
    deviceId,
    from: new Date(from),
    until: until === null ? null : new Date(until),
  }))
  const series = await Promise.all(deviceRanges(assignments, {}, now).map((range) => telemetry.series(range, 'temperatureC', 1)))
  const all = series.flat()
  return all.length === 0 ? undefined : { minC: Math.min(...all.map(({ min }) => min)), maxC: Math.max(...all.map(({ max }) => max)) }
}
