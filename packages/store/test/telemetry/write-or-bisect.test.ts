import type { Reading } from '@lading/shared/domain/reading'
import { writeOrBisect } from '@lading/store/telemetry/write-or-bisect'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const reading = (number: number): Reading => ({ deviceId: `d${number}`, recordedAtMs: number, receivedAtMs: number })

test('Exactly the readings that the database refuses come back, and every other one was written in an attempt that succeeded.', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.uniqueArray(fc.nat(59)), async (size, culprits) => {
      const readings = Array.from({ length: size }, (_, number) => reading(number))
      const written = new Set<number>()
      const refused = await writeOrBisect(readings, async (some) => {
        if (some.some(({ recordedAtMs }) => culprits.includes(recordedAtMs))) return 'partial write: dropped=0'
        for (const { recordedAtMs } of some) written.add(recordedAtMs)
        return undefined
      })
      const expected = culprits.filter((number) => number < size).sort((a, b) => a - b)
      expect(refused.map((refusal) => refusal.reading.recordedAtMs)).toEqual(expected)
      expect([...written].sort((a, b) => a - b)).toEqual(
        readings.map(({ recordedAtMs }) => recordedAtMs).filter((number) => !expected.includes(number)),
      )
    }),
  )
})

test('A batch without a culprit is one attempt.', async () => {
  let attempts = 0
  await writeOrBisect([reading(1), reading(2)], async () => {
    attempts += 1
    return undefined
  })
  expect(attempts).toBe(1)
})

test('A database that is away is not searched for culprits.', async () => {
  let attempts = 0
  const writing = writeOrBisect([reading(1), reading(2)], async () => {
    attempts += 1
    throw new Error('away')
  })
  await expect(writing).rejects.toThrow('away')
  expect(attempts).toBe(1)
})
