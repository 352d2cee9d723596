import type { Reading } from '@lading/shared/domain/reading'
import type { TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import type { DeviceRange, TelemetryStore } from '@lading/store/telemetry/telemetry-store'
import { needsLongerLook, stalledHours } from '../models/alerts/stalled.ts'
import { type Fix, fixesOf, hourMs } from '../models/fix.ts'

/** How far back readings are read again: for late ones among them, and for the speed of late. */
const lookBackMs = 2 * hourMs
const longestLookBackMs = 24 * hourMs
/** More than a busy device sends in the hours looked at; a longer backlog is followed in several rounds. */
const readingsMax = 20_000
const fixesMax = 5_000
/** Clocks of devices may be somewhat ahead; ingest refuses those that are further off. */
const aheadMs = hourMs

/** From when on readings matter: what is new and some hours more, or several reports of a device that reports seldom. */
const sinceMsOf = (shipment: TrackedShipment, now: Date) => {
  if (!shipment.trackedUntil) return 0
  const slowestMs = Math.max(0, ...shipment.devices.map(({ reportIntervalS }) => 8 * reportIntervalS * 1000))
  const backMs = Math.min(longestLookBackMs, Math.max(lookBackMs, slowestMs))
  return Math.min(shipment.trackedUntil.getTime(), now.getTime()) - backMs
}

/** The stretches of devices' time that belong to the shipment, from `sinceMs` on. */
const rangesOf = ({ devices }: TrackedShipment, sinceMs: number, now: Date): DeviceRange[] =>
  devices
    .map(({ deviceId, from, until }) => ({
      deviceId,
      fromMs: Math.max(sinceMs, from.getTime()),
      untilMs: Math.min(until?.getTime() ?? Infinity, now.getTime() + aheadMs),
    }))
    .filter(({ fromMs, untilMs }) => fromMs < untilMs)

/** The readings of all devices of the shipment, oldest first; `complete` unless there are more than are read at once. */
export const readEvidence = async (telemetry: TelemetryStore, shipment: TrackedShipment, now: Date) => {
  const sinceMs = sinceMsOf(shipment, now)
  const evidence = await readSince(telemetry, shipment, sinceMs, now)
  const trackedUntilMs = shipment.trackedUntil?.getTime() ?? 0
  // A device that reports many times a second fills a round with what was followed already: then without looking back.
  const isNew = (evidence.readings.at(-1)?.recordedAtMs ?? 0) > trackedUntilMs
  return evidence.complete || isNew ? evidence : readSince(telemetry, shipment, trackedUntilMs, now)
}

const readSince = async (telemetry: TelemetryStore, shipment: TrackedShipment, sinceMs: number, now: Date) => {
  const ranges = rangesOf(shipment, sinceMs, now)
  const perDevice = await Promise.all(ranges.map((range) => telemetry.readings(range, readingsMax)))
  const cutOffs = perDevice.flatMap((readings) => (readings.length === readingsMax ? [readings.at(-1)?.recordedAtMs ?? 0] : []))
  // One device's backlog must not be passed over because another device's readings go further.
  const untilMs = Math.min(Number.MAX_SAFE_INTEGER, ...cutOffs)
  const readings = perDevice.flat().filter(({ recordedAtMs }) => recordedAtMs <= untilMs)
  return { readings: readings.sort(byTime), complete: cutOffs.length === 0 }
}

/** Where goods that seem to stand still were before the readings at hand; nothing where that cannot matter. */
export const readEarlierFixes = async (
  telemetry: TelemetryStore,
  shipment: TrackedShipment,
  readings: Reading[],
  now: Date,
): Promise<Fix[]> => {
  const leg = shipment.legs.find(({ actualArrival }) => !actualArrival)
  const fixes = fixesOf(readings)
  const first = fixes[0]
  if (!leg || !first || shipment.openAlerts.some(({ kind }) => kind === 'stalled') || !needsLongerLook({ leg, fixes })) return []
  const sinceMs = Math.max(first.atMs - 1.2 * stalledHours[leg.mode] * hourMs, leg.actualDeparture?.getTime() ?? 0)
  const ranges = rangesOf(shipment, sinceMs, now).map((range) => ({ ...range, untilMs: Math.min(range.untilMs, first.atMs) }))
  const earlier = await Promise.all(
    ranges.filter(({ fromMs, untilMs }) => fromMs < untilMs).map((range) => telemetry.fixes(range, fixesMax)),
  )
  return earlier
    .flat()
    .map(({ recordedAtMs: atMs, lat, lon }) => ({ atMs, lat, lon }))
    .sort((a, b) => a.atMs - b.atMs)
}

const byTime = (a: Reading, b: Reading) => a.recordedAtMs - b.recordedAtMs
