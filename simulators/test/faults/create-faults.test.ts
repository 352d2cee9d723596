import { distanceKm } from '@lading/shared/geo/distance'
import { describe, expect, it } from 'vitest'
import type { SimulatedReading } from '../../src/device/reading-at.ts'
import { createFaults } from '../../src/faults/create-faults.ts'
import { faultRates } from '../../src/faults/rates.ts'
import { createRandom } from '../../src/random/random.ts'

const sizeOfBatch = 10
const batches = 2000
const startMs = Date.parse('2026-03-01T00:00:00Z')

const sent = Array.from({ length: batches }, (_, batch) =>
  Array.from({ length: sizeOfBatch }, (_, entry): SimulatedReading => {
    const recordedAt = new Date(startMs + (batch * sizeOfBatch + entry) * 1000).toISOString()
    return {
      recordedAt,
      lat: 50,
      lon: 8,
      speedKmh: 60,
      temperatureC: 5,
      humidityPct: 70,
      shockG: 1,
      lightLux: 1,
      pressureHpa: 1000,
      batteryPct: 90,
    }
  }),
)

const arrive = (rates: (typeof faultRates)[keyof typeof faultRates], seed = 'a') => {
  const faults = createFaults(createRandom(seed), rates)
  return [...sent.flatMap((batch) => faults.pass(batch)), ...faults.flush()]
}
const only = (change: Partial<typeof faultRates.tsbs>) => ({ ...faultRates.none, ...change }) as typeof faultRates.none
const time = ({ recordedAt }: SimulatedReading) => Date.parse(recordedAt)
const expectShare = (count: number, of: number, share: number) => {
  // Four standard deviations of a binomial count.
  const deviation = 4 * Math.sqrt(of * share * (1 - share))
  expect(Math.abs(count - of * share)).toBeLessThan(deviation)
}

describe('what lies between device and broker', { timeout: 30_000 }, () => {
  it('changes nothing where nothing goes wrong', () => {
    expect(arrive(faultRates.none)).toEqual(sent)
  })

  it('loses one batch in a hundred and one entry in ten, as TSBS does', () => {
    expectShare(batches - arrive(only({ batchMissing: 0.01 })).length, batches, 0.01)
    const left = arrive(only({ entryMissing: 0.1 })).flat().length
    expectShare(batches * sizeOfBatch - left, batches * sizeOfBatch, 0.1)
  })

  it('lets one batch in twenty be overtaken, and loses none of them', () => {
    const arrived = arrive(only({ batchOutOfOrder: 0.05 }))
    const first = arrived.map(([entry]) => time(entry as SimulatedReading))
    const overtaken = first.filter((at, index) => index > 0 && at < (first[index - 1] ?? 0)).length
    // Two late ones in a row arrive together.
    expect(overtaken).toBeGreaterThan(batches * 0.035)
    expect(overtaken).toBeLessThan(batches * 0.065)
    expect(new Set(arrived.flat().map(time)).size).toBe(batches * sizeOfBatch)
  })

  it('disorders three entries in ten within their batch', () => {
    const arrived = arrive(only({ entryOutOfOrder: 0.3 }))
    const swapped = arrived.flatMap((batch) =>
      batch.slice(1).filter((entry, index) => time(entry) < time(batch[index] as SimulatedReading)),
    )
    expect(swapped.length / (batches * (sizeOfBatch - 1))).toBeGreaterThan(0.2)
    expect(swapped.length / (batches * (sizeOfBatch - 1))).toBeLessThan(0.32)
  })

  it('makes one measurement zero in one entry of ten, never the position', () => {
    const entries = arrive(only({ zeroField: 0.1 })).flat()
    expectShare(entries.filter((entry) => Object.values(entry).includes(0)).length, entries.length, 0.1)
    expect(entries.every(({ lat, lon }) => lat === 50 && lon === 8)).toBe(true)
  })

  it('repeats batches, sets clocks wrong and lets fixes jump', () => {
    expectShare(arrive(only({ batchDuplicated: 0.02 })).length - batches, batches, 0.02)
    const known = new Set(sent.flat().map(time))
    const wrong = arrive(only({ wrongClock: 0.005 }))
      .flat()
      .filter((entry) => Math.abs(time(entry) - startMs) > 12 * 3_600_000 || !known.has(time(entry)))
    expect(wrong.length).toBeGreaterThan(0)
    const jumped = arrive(only({ jump: 0.005 }))
      .flat()
      .filter((entry) => distanceKm(entry, { lat: 50, lon: 8 }) > 199)
    expectShare(jumped.length, batches * sizeOfBatch, 0.005)
  })

  it('goes wrong in the same way for the same seed', () => {
    expect(arrive(faultRates.tsbs, 'x')).toEqual(arrive(faultRates.tsbs, 'x'))
    expect(arrive(faultRates.tsbs, 'x')).not.toEqual(arrive(faultRates.tsbs, 'y'))
  })
})
