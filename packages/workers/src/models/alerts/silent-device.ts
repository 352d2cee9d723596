import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { silentAfterMs } from '@lading/shared/domain/device-health'
import type { TrackedDevice } from '@lading/store/postgres/tracking/tracked-shipment'
import { minuteMs } from '../fix.ts'
import type { Rule, Seen } from './rule.ts'

/** A device that should speak for the shipment now does not. */
export const silentDevice: Rule = (seen) => {
  const { shipment, now } = seen
  const speaking = shipment.devices.filter(({ from, until }) => from <= now && (until === null || until > now))
  const silent = speaking
    .map((device) => ({ device, silentMs: now.getTime() - lastHeardMs(device, seen) }))
    .filter(({ device, silentMs }) => silentMs > patienceMs(device, seen))
    .reduce<{ device: TrackedDevice; silentMs: number } | undefined>(
      (worst, each) => (worst && worst.silentMs >= each.silentMs ? worst : each),
      undefined,
    )
  if (!silent) return 'over'
  const { device, silentMs } = silent
  const minutes = Math.round(silentMs / minuteMs)
  const span = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`
  const everyMinutes = Math.max(1, Math.round(device.reportIntervalS / 60))
  return {
    severity: silentMs > 6 * patienceMs(device, seen) ? 'critical' : 'warning',
    message: `Device ${device.deviceId} has not reported for ${span}; it should every ${everyMinutes} minutes.`,
    facts: {
      deviceId: device.deviceId,
      minutes,
      lastRecordedAt: device.lastRecordedAt?.toISOString() ?? null,
      everyMinutes,
    } satisfies FactsOf['silent-device'],
    figure: { name: 'minutes', step: 360, material: 24 * 60 },
  }
}

// A device that never reported is missed from when the journey was to begin, not from when it was assigned; and one that was
// announced afterwards from then.
const lastHeardMs = ({ from, lastRecordedAt }: TrackedDevice, { shipment, legs, readings }: Seen) => {
  const expectedMs = Math.max(legs[0]?.plannedDeparture.getTime() ?? 0, shipment.createdAt.getTime())
  return Math.max(from.getTime(), readings.at(-1)?.recordedAtMs ?? 0, lastRecordedAt?.getTime() ?? expectedMs)
}

// Trackers switch their radio off in flight, as airlines ask them to (FAA AC 91.21-1D): silence is expected for as long as the flight.
const patienceMs = ({ reportIntervalS }: TrackedDevice, { leg }: Seen) => {
  const flightMs = leg?.mode === 'air' && leg.actualDeparture ? leg.plannedArrival.getTime() - leg.plannedDeparture.getTime() : 0
  return silentAfterMs(reportIntervalS) + flightMs
}
