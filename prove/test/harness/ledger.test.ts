import { createMessages, deviceCount } from '@lading/prove/harness/fleet'
import type { Kept } from '@lading/prove/harness/kept'
import { createLedger, missing } from '@lading/prove/harness/ledger'
import { letterKey, type Message, readingKey } from '@lading/prove/harness/message'
import { expect, test } from 'vitest'

const message = createMessages(Date.UTC(2026, 5, 1))
const keptAs = (parts: Partial<Kept>): Kept => ({
  readings: new Set(),
  letters: new Map(),
  devices: new Set(),
  topics: new Set(),
  ...parts,
})
const reading = ({ deviceId, recordedAtMs }: Message) => readingKey(deviceId, recordedAtMs ?? 0)
const letter = ({ topic, payload }: Message) => letterKey(topic, payload)

test('No two messages of the fleet have device and time in common, nor topic and payload.', () => {
  const messages = Array.from({ length: 3 * deviceCount }, (_, number) => message(number))
  expect(new Set(messages.map(reading)).size).toBe(messages.length)
  expect(new Set(messages.map(letter)).size).toBe(messages.length)
})

test('Lost is what the broker acknowledged and neither the readings nor the dead letters have.', () => {
  const ledger = createLedger()
  const [stored, rejected, lost, refusedByBroker] = [0, 1, 2, 3].map((number) => message(number)) as [Message, Message, Message, Message]
  for (const one of [stored, rejected, lost, refusedByBroker]) ledger.send(one)
  for (const one of [stored, rejected, lost]) ledger.acknowledge(one)
  const kept = keptAs({ readings: new Set([reading(stored)]), letters: new Map([[letter(rejected), 1]]) })
  expect(ledger.balance(kept)).toEqual({ sent: 4, acknowledged: 3, stored: 1, deadLettered: 1, lost: 1, duplicates: 0 })
  expect(missing(ledger.acknowledgedSoFar(), kept)).toEqual([lost])
})

test('A message kept more than once counts as a duplicate: two dead letters, or a dead letter beside a reading.', () => {
  const ledger = createLedger()
  const [twice, both] = [message(0), message(1)]
  for (const one of [twice, both]) ledger.send(one)
  const letters = new Map([twice, twice, both].map((one, at) => [letter(one), at === 2 ? 1 : 2]))
  expect(ledger.balance(keptAs({ readings: new Set([reading(both)]), letters }))).toMatchObject({
    stored: 1,
    deadLettered: 1,
    duplicates: 2,
  })
})

test('A message that is alone on its topic is found whatever it became.', () => {
  const ledger = createLedger()
  const alone = { ...message(0), isAlone: true }
  ledger.acknowledge(alone)
  expect(ledger.balance(keptAs({})).lost).toBe(1)
  expect(ledger.balance(keptAs({ topics: new Set([alone.topic]) })).lost).toBe(0)
  expect(ledger.balance(keptAs({ devices: new Set([alone.deviceId]) })).lost).toBe(0)
})
