import type { Reading } from '@lading/shared/domain/reading'

/** The newest of each measurement of a device in a batch. */
export type Newest = {
  deviceId: string
  recordedAtMs: number
  receivedAtMs: number
  positionAtMs?: number
} & Pick<Reading, 'lat' | 'lon' | 'speedKmh' | 'headingDeg' | 'temperatureC' | 'humidityPct' | 'batteryPct'>

/**
 * One row for each device, in order of device: two processes that write the same devices lock them in the same order and
 * never wait for each other crosswise.
 */
export const newestByDevice = (readings: Reading[]): Newest[] => {
  const newest = new Map<string, Newest>()
  for (const reading of inOrderOfTime(readings)) {
    const row = newest.get(reading.deviceId)
    if (row) advance(row, reading)
    else newest.set(reading.deviceId, first(reading))
  }
  return [...newest.values()].sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1))
}

// Batches mostly are in order already, which the sort notices.
const inOrderOfTime = (readings: Reading[]) => readings.toSorted((a, b) => a.recordedAtMs - b.recordedAtMs)

const first = (reading: Reading): Newest => ({
  deviceId: reading.deviceId,
  recordedAtMs: reading.recordedAtMs,
  receivedAtMs: reading.receivedAtMs,
  positionAtMs: hasPosition(reading) ? reading.recordedAtMs : undefined,
  lat: hasPosition(reading) ? reading.lat : undefined,
  lon: hasPosition(reading) ? reading.lon : undefined,
  speedKmh: reading.speedKmh,
  headingDeg: reading.headingDeg,
  temperatureC: reading.temperatureC,
  humidityPct: reading.humidityPct,
  batteryPct: reading.batteryPct,
})

const advance = (row: Newest, reading: Reading) => {
  row.recordedAtMs = reading.recordedAtMs
  row.receivedAtMs = Math.max(row.receivedAtMs, reading.receivedAtMs)
  if (hasPosition(reading)) {
    row.positionAtMs = reading.recordedAtMs
    row.lat = reading.lat
    row.lon = reading.lon
  }
  row.speedKmh = reading.speedKmh ?? row.speedKmh
  row.headingDeg = reading.headingDeg ?? row.headingDeg
  row.temperatureC = reading.temperatureC ?? row.temperatureC
  row.humidityPct = reading.humidityPct ?? row.humidityPct
  row.batteryPct = reading.batteryPct ?? row.batteryPct
}

const hasPosition = (reading: Reading) => reading.lat !== undefined && reading.lon !== undefined
