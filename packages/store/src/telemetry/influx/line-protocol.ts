import { measurementNames, type Reading } from '@lading/shared/domain/reading'

// Within DeviceId nothing needs escaping, so the replacement almost never runs.
const separators = /[,= ]/g
export const escapeTag = (value: string) => (value.search(separators) === -1 ? value : value.replace(separators, '\\$&'))

/**
 * One reading as a line of InfluxDB's line protocol, with a time in milliseconds. The device is the only tag, so that there
 * are as many series as devices. Every field is a float: a number without a suffix is one, however it looks.
 * Expects a reading that `whyUnkeepable` has nothing against.
 */
export const toLine = (reading: Reading): string => {
  let line = `reading,device=${escapeTag(reading.deviceId)} receivedAtMs=${reading.receivedAtMs}`
  for (const name of measurementNames) {
    const value = reading[name]
    if (value !== undefined) line += `,${name}=${value}`
  }
  return `${line} ${reading.recordedAtMs}`
}

export const toLines = (readings: Reading[]): string => {
  let lines = ''
  for (const reading of readings) lines += `${toLine(reading)}\n`
  return lines
}
