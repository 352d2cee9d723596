import { measurementNames, type Reading } from '@lading/shared/domain/reading'

/**
 * One reading for each device and time, the later one adding to the earlier. PostgreSQL refuses a statement that touches a
 * row twice. In order of device and time, so that two processes never wait for each other's rows crosswise.
 */
export const mergeDuplicates = (readings: Reading[]): Reading[] => {
  const sorted = readings.toSorted((a, b) =>
    a.deviceId === b.deviceId ? a.recordedAtMs - b.recordedAtMs : a.deviceId < b.deviceId ? -1 : 1,
  )
  const merged: Reading[] = []
  for (const reading of sorted) {
    const last = merged.at(-1)
    if (last?.deviceId !== reading.deviceId || last.recordedAtMs !== reading.recordedAtMs) merged.push(reading)
    else merged[merged.length - 1] = merge(last, reading)
  }
  return merged
}

const merge = (earlier: Reading, later: Reading): Reading => {
  const both = { ...earlier, receivedAtMs: later.receivedAtMs }
  for (const name of measurementNames) if (later[name] !== undefined) both[name] = later[name]
  return both
}
