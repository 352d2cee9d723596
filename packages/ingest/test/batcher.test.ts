import { createBatcher } from '@lading/ingest/batcher'
import type { Delivery } from '@lading/ingest/delivery'
import { expect, test } from 'vitest'
import { delivery } from './support/delivery.ts'

const numbered = (number: number) => delivery('t', String(number))
const numbers = (batch: Delivery[]) => batch.map(({ payload }) => Number(payload))
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at)

const setUp = (batchMax: number) => {
  const batches: number[][] = []
  const errors: Error[] = []
  let finish: (error?: Error) => void = () => {}
  const settle = (batch: Delivery[]) => {
    batches.push(numbers(batch))
    return new Promise<void>((resolve, reject) => {
      finish = (error) => (error ? reject(error) : resolve())
    })
  }
  const batcher = createBatcher({ settle, batchMax, onError: (error) => errors.push(error) })
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  return { batches, errors, batcher, turn, finish: (error?: Error) => finish(error) }
}

test('A lone message does not wait for company.', async () => {
  const { batches, batcher, turn } = setUp(100)
  batcher.add(numbered(1))
  await turn()
  expect(batches).toEqual([[1]])
})

test('What comes in while a batch is being settled goes next, together and in order.', async () => {
  const { batches, batcher, turn, finish } = setUp(100)
  batcher.add(numbered(0))
  await turn()
  for (const number of [1, 2, 3]) batcher.add(numbered(number))
  await turn()
  expect(batches).toEqual([[0]])
  finish()
  await turn()
  expect(batches).toEqual([[0], [1, 2, 3]])
  finish()
  await turn()
  batcher.add(numbered(4))
  await turn()
  expect(batches.at(-1)).toEqual([4])
})

test('No batch is larger than allowed, and none is settled beside another.', async () => {
  const { batches, batcher, turn, finish } = setUp(4)
  for (const number of upTo(10)) batcher.add(numbered(number))
  let drained = false
  const draining = batcher.drain().then(() => {
    drained = true
  })
  for (const settled of [1, 2, 3]) {
    await turn()
    expect(batches).toHaveLength(settled)
    expect(drained).toBe(false)
    finish()
  }
  await draining
  expect(batches).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9],
  ])
})

test('After a batch failed for good nothing behind it is settled, as acknowledgements keep the order of arrival.', async () => {
  const { batches, errors, batcher, turn, finish } = setUp(1)
  batcher.add(numbered(0))
  batcher.add(numbered(1))
  await turn()
  finish(new Error('given up'))
  await batcher.drain()
  batcher.add(numbered(2))
  await turn()
  expect(batches).toEqual([[0]])
  expect(errors.map(({ message }) => message)).toEqual(['given up'])
})
