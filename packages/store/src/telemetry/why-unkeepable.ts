import { measurementNames, type Reading } from '@lading/shared/domain/reading'

// Line protocol has no way to write a line break in a tag, and reads a backslash before a separator as an escape.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const unwritableName = /[\u0000-\u001f\u007f\\]|^$/

/** Why a reading cannot be kept by any adapter, or nothing. Both refuse the same, so that changing the database loses nothing. */
export const whyUnkeepable = (reading: Reading): string | undefined => {
  if (unwritableName.test(reading.deviceId)) return 'the device has a name that cannot be written'
  if (!Number.isSafeInteger(reading.recordedAtMs)) return 'recordedAtMs is not a whole number of milliseconds'
  if (!Number.isSafeInteger(reading.receivedAtMs)) return 'receivedAtMs is not a whole number of milliseconds'
  for (const name of measurementNames) {
    const value = reading[name]
    if (value !== undefined && !Number.isFinite(value)) return `${name} is not a finite number`
  }
  return undefined
}
