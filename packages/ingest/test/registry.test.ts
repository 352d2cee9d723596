import { createRegistry } from '@lading/ingest/registry'
import { expect, test } from 'vitest'

const setUp = (...registered: string[]) => {
  const asked: string[][] = []
  const devices = new Set(registered)
  let now = 0
  const registry = createRegistry({
    knownIds: async (ids) => {
      asked.push(ids)
      return new Set(ids.filter((id) => devices.has(id)))
    },
    now: () => now,
    maxAgeMs: 60_000,
  })
  return { registry, asked, devices, pass: (ms: number) => (now += ms) }
}

test('The database is asked once for a batch, and not again for devices it knows.', async () => {
  const { registry, asked } = setUp('a', 'b')
  expect(await registry.unknownAmong(['a', 'b', 'a', 'x'])).toEqual(new Set(['x']))
  expect(await registry.unknownAmong(['a', 'b'])).toEqual(new Set())
  expect(asked).toEqual([['a', 'b', 'x']])
})

test('A device is known with the first batch after it was registered: a no is never remembered.', async () => {
  const { registry, devices } = setUp()
  expect(await registry.unknownAmong(['new'])).toEqual(new Set(['new']))
  devices.add('new')
  expect(await registry.unknownAmong(['new'])).toEqual(new Set())
})

test('A device that was removed is unknown again within a minute.', async () => {
  const { registry, devices, pass } = setUp('old')
  await registry.unknownAmong(['old'])
  devices.delete('old')
  expect(await registry.unknownAmong(['old'])).toEqual(new Set())
  pass(60_001)
  expect(await registry.unknownAmong(['old'])).toEqual(new Set(['old']))
})
