import type { Reading } from '@lading/shared/domain/reading'
import type { RefusedReading } from './telemetry-store.ts'
import { whyUnkeepable } from './why-unkeepable.ts'

/** Writes all of them and answers nothing, or answers why the database refused (some of) what it was given. */
export type Attempt = (readings: Reading[]) => Promise<string | undefined>

/**
 * Finds the readings a database refuses by halving the batch until they stand alone. What the database says about how many
 * it dropped, and which, is not believed. Halves are written again although part of them may be stored: that changes nothing.
 */
export const writeOrBisect = async (readings: Reading[], attempt: Attempt): Promise<RefusedReading[]> => {
  const unkeepable: RefusedReading[] = []
  const keepable = readings.filter((reading) => {
    const detail = whyUnkeepable(reading)
    if (detail) unkeepable.push({ reading, detail })
    return !detail
  })
  return [...unkeepable, ...(await halve(keepable, attempt))]
}

const halve = async (readings: Reading[], attempt: Attempt): Promise<RefusedReading[]> => {
  const [first] = readings
  if (!first) return []
  const detail = await attempt(readings)
  if (!detail) return []
  if (readings.length === 1) return [{ reading: first, detail }]
  const middle = readings.length >> 1
  return [...(await halve(readings.slice(0, middle), attempt)), ...(await halve(readings.slice(middle), attempt))]
}
