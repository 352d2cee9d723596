import type { SimulatedReading } from '../device/reading-at.ts'

/** One reading as it is, several as an array. */
export const payloadOf = (readings: SimulatedReading[]) => JSON.stringify(readings.length === 1 ? readings[0] : readings)
