import type { Delivery } from '@lading/ingest/delivery'
import { createReplay } from '@lading/ingest/replay'
import type { DeadLetter } from '@lading/store/postgres/dead-letter/keep'
import type { StoredLetter } from '@lading/store/postgres/dead-letter/replay'
import { expect, test, vi } from 'vitest'

const letter = (id: string): StoredLetter => ({ id, receivedAt: new Date(7), topic: `t/${id}`, payload: Buffer.from(id), times: 2 })
const failing = (delivery: Delivery): DeadLetter => ({
  id: 'new',
  receivedAt: delivery.kept?.receivedAt as Date,
  times: delivery.kept?.times,
  topic: delivery.topic,
  payload: delivery.payload,
  reason: 'not-json',
  whole: true,
})

test('Letters go through in platform time, and only what fails again is handed back, with the time it first came.', async () => {
  const outcomes: DeadLetter[][] = []
  const settled: Delivery[] = []
  const waiting = [[letter('good'), letter('bad')]]
  const replay = createReplay({
    take: async (_, process) => {
      const letters = waiting.shift() ?? []
      if (letters.length > 0) outcomes.push(await process(letters))
      return letters.length
    },
    settleInto: (keep) => async (deliveries) => {
      settled.push(...deliveries)
      await keep(deliveries.filter(({ topic }) => topic === 't/bad').map(failing))
    },
    clock: { now: () => new Date(99) },
    onError: (error) => expect.unreachable(error.message),
    everyMs: 1,
  })
  await vi.waitFor(() => expect(outcomes).toHaveLength(1))
  await replay.close()
  expect(settled).toMatchObject([{ topic: 't/good', receivedAtMs: 99 }, { topic: 't/bad' }])
  expect(outcomes[0]).toMatchObject([{ topic: 't/bad', receivedAt: new Date(7) }])
})

test('While the database is away it says so and tries again.', async () => {
  let attempts = 0
  const errors: string[] = []
  const replay = createReplay({
    take: async () => {
      attempts += 1
      if (attempts < 3) throw new Error('away')
      return 0
    },
    settleInto: () => async () => {},
    clock: { now: () => new Date(0) },
    onError: (error) => errors.push(error.message),
    everyMs: 1,
  })
  await vi.waitFor(() => expect(attempts).toBeGreaterThan(3))
  await replay.close()
  expect(errors).toEqual(['away', 'away'])
})
