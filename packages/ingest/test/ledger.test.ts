import { createLedger } from '@lading/ingest/ledger'
import type { Reading } from '@lading/shared/domain/reading'
import type { LedgerEntry } from '@lading/store/postgres/device-ledger/add'
import { expect, test } from 'vitest'
import { delivery, receivedAtMs } from './support/delivery.ts'

const reading = (deviceId: string, aheadS: number): Reading => ({ deviceId, receivedAtMs, recordedAtMs: receivedAtMs + aheadS * 1000 })
const message = delivery('t', '')

const setUp = (fails = 0) => {
  const added: Map<string, LedgerEntry>[] = []
  const errors: string[] = []
  let left = fails
  const ledger = createLedger({
    add: async (entries) => {
      left -= 1
      if (left >= 0) throw new Error('away')
      added.push(entries)
    },
    onError: (error) => errors.push(error.message),
    everyMs: 5,
  })
  return { ledger, added, errors }
}

test('What became of several batches is added at once, by device.', async () => {
  const { ledger, added } = setUp()
  ledger.note({ stored: [reading('a', -60), reading('b', 5)], rejected: [], late: ['a'], repeated: [] })
  ledger.note({
    stored: [reading('a', -2)],
    rejected: [
      { delivery: message, reason: 'not-json', deviceId: 'a' },
      { delivery: message, reason: 'no-codec' },
    ],
    late: [],
    repeated: ['b'],
  })
  await ledger.close()
  expect(added).toEqual([
    new Map([
      ['a', { received: 3, stored: 2, late: 1, repeated: 0, clockSkewS: -2, rejected: new Map([['not-json', 1]]) }],
      ['b', { received: 1, stored: 1, late: 0, repeated: 1, clockSkewS: 5, rejected: new Map() }],
    ]),
  ])
})

test('A reading stored without its doubtful position was received once.', async () => {
  const { ledger, added } = setUp()
  ledger.note({
    stored: [reading('a', 0)],
    rejected: [{ delivery: message, reason: 'zero-island', deviceId: 'a', isPartStored: true }],
    late: [],
    repeated: [],
  })
  await ledger.close()
  expect(added[0]?.get('a')).toMatchObject({ received: 1, stored: 1, rejected: new Map([['zero-island', 1]]) })
})

test('A clock that is too wrong for a reading to be believed is noted all the same.', async () => {
  const { ledger, added } = setUp()
  const wrong = (deviceId: string, clockSkewS: number) => ({ delivery: message, reason: 'clock-in-future' as const, deviceId, clockSkewS })
  ledger.note({ stored: [reading('b', -3)], rejected: [wrong('a', 86_400), wrong('b', 7_200)], late: [], repeated: [] })
  await ledger.close()
  expect(added[0]?.get('a')).toMatchObject({ received: 1, stored: 0, clockSkewS: 86_400 })
  expect(added[0]?.get('b')).toMatchObject({ received: 2, stored: 1, clockSkewS: 7_200 })
})

test('While the database is away ingest goes on, and says what it could not count.', async () => {
  const { ledger, added, errors } = setUp(1)
  ledger.note({ stored: [reading('a', 0)], rejected: [], late: [], repeated: [] })
  await new Promise((resolve) => setTimeout(resolve, 30))
  ledger.note({ stored: [reading('b', 0)], rejected: [], late: [], repeated: [] })
  await ledger.close()
  expect(errors).toEqual(['away'])
  expect([...(added[0]?.keys() ?? [])]).toEqual(['b'])
})
