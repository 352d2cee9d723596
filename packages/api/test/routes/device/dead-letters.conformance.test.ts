import { randomUUID } from 'node:crypto'
import type { DeadLetter } from '@lading/store/postgres/dead-letter/keep'
import { keepDeadLetters } from '@lading/store/postgres/dead-letter/keep'
import { removeOldDeadLetters } from '@lading/store/postgres/dead-letter/remove-old'
import { replayDeadLetters } from '@lading/store/postgres/dead-letter/replay'
import { replayAdopted } from '@lading/store/postgres/dead-letter/replay-adopted'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../../support/platform.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 12, minute))
const letter = (minute: number, given: Partial<DeadLetter> = {}): DeadLetter => ({
  id: randomUUID(),
  receivedAt: at(minute),
  topic: 'lading/v1/van-1/telemetry',
  payload: Buffer.from('{"lat": 91}'),
  reason: 'out-of-range',
  deviceId: 'van-1',
  whole: true,
  ...given,
})

describe('Dead letters', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const keep = (...letters: DeadLetter[]) => keepDeadLetters(api.database.db, letters)
  const items = async (query = '') => (await as('GET', `/v1/dead-letters${query}`)).json().items as { id: string; reason: string }[]
  const requested = async (body: object) => (await as('POST', '/v1/dead-letters/replay', body)).json().requested

  beforeAll(async () => {
    api = await startApi()
    as = await api.as('operator')
  })
  afterAll(() => api?.stop())
  beforeEach(async () => {
    await api.database.sql`delete from dead_letter`
  })

  it('Are listed in pages, newest first, by reason, device and time.', async () => {
    const [a, b, c] = [letter(1), letter(2, { reason: 'not-json' }), letter(3, { deviceId: 'van-2' })]
    await keep(a, b, c)
    const first = (await as('GET', '/v1/dead-letters?limit=2')).json()
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual([c.id, b.id])
    expect((await items(`?limit=2&cursor=${first.nextCursor}`)).map(({ id }) => id)).toEqual([a.id])
    expect((await items('?reason=not-json')).map(({ id }) => id)).toEqual([b.id])
    expect((await items('?deviceId=van-2')).map(({ id }) => id)).toEqual([c.id])
    expect((await items(`?from=${at(2).toISOString()}&until=${at(3).toISOString()}`)).map(({ id }) => id)).toEqual([b.id])
  })

  it('Show their payload one by one: always as bytes, and as text where it is text.', async () => {
    const [text, bytes] = [letter(1), letter(2, { payload: Buffer.from([0xff, 0, 1]) })]
    await keep(text, bytes)
    expect((await as('GET', `/v1/dead-letters/${text.id}`)).json()).toEqual({
      id: text.id,
      times: 1,
      receivedAt: '2026-03-10T12:01:00.000Z',
      topic: text.topic,
      reason: 'out-of-range',
      detail: null,
      deviceId: 'van-1',
      bytes: 11,
      whole: true,
      replayRequestedAt: null,
      payload: { base64: Buffer.from('{"lat": 91}').toString('base64'), text: '{"lat": 91}' },
    })
    expect((await as('GET', `/v1/dead-letters/${bytes.id}`)).json().payload).toEqual({ base64: '/wAB', text: null })
    const missing = await as('GET', `/v1/dead-letters/${randomUUID()}`)
    expect([missing.statusCode, missing.json().code]).toEqual([404, 'dead-letter-not-found'])
  })

  it('Are counted by reason.', async () => {
    await keep(letter(1), letter(4), letter(2, { reason: 'flood' }))
    await requested({ reason: 'flood' })
    const counts = (await as('GET', '/v1/dead-letters/counts')).json()
    expect(counts.waitingForReplay).toBe(1)
    expect(counts.items).toEqual([
      { reason: 'out-of-range', count: 2, lastReceivedAt: at(4).toISOString() },
      { reason: 'flood', count: 1, lastReceivedAt: at(2).toISOString() },
    ])
  })

  it('Are asked to be replayed by reason, device or name, and never all by accident.', async () => {
    const [a, b, c] = [letter(1), letter(2, { reason: 'not-json' }), letter(3, { deviceId: 'van-2' })]
    const cut = letter(4, { reason: 'oversized', whole: false })
    await keep(a, b, c, cut)
    expect((await as('POST', '/v1/dead-letters/replay', {})).statusCode).toBe(400)
    expect(await requested({ reason: 'out-of-range', deviceId: 'van-2' })).toBe(1)
    expect(await requested({ reason: 'out-of-range' })).toBe(1)
    expect(await requested({ ids: [b.id, cut.id] })).toBe(1)
  })

  it('Are replaced by what fails again, in one step; a replay that fails leaves them as they were.', async () => {
    const [good, bad] = [letter(1), letter(2)]
    await keep(good, bad, letter(3, { reason: 'not-json' }))
    await requested({ reason: 'out-of-range' })
    const { db } = api.database
    await expect(replayDeadLetters(db, 10, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    const taken = await replayDeadLetters(db, 10, async (letters) => {
      expect(letters.map(({ id }) => id)).toEqual([good.id, bad.id])
      // Another process that comes meanwhile finds nothing to do.
      expect(await replayDeadLetters(db, 10, async () => [])).toBe(0)
      return [{ ...bad, id: randomUUID(), reason: 'zero-island' }]
    })
    expect(taken).toBe(2)
    expect((await items()).map(({ reason }) => reason)).toEqual(['not-json', 'zero-island'])
    expect(await replayDeadLetters(db, 10, async () => [])).toBe(0)
  })

  it('Of devices nobody registered wait until the device is registered, and then go through again.', async () => {
    const unknown = { reason: 'unknown-device', topic: 'lading/v1/new/telemetry', deviceId: 'new' }
    await keep(letter(1, unknown), letter(5, unknown), letter(3))
    expect((await as('GET', '/v1/devices/unknown')).json().items).toEqual([
      { id: 'new', count: 2, firstSeenAt: at(1).toISOString(), lastSeenAt: at(5).toISOString(), topic: unknown.topic },
    ])
    await as('POST', '/v1/devices', { id: 'new' })
    expect(await replayDeadLetters(api.database.db, 10, async () => [])).toBe(2)
    expect((await as('GET', '/v1/devices/unknown')).json().items).toEqual([])
    // One that was rejected in the moment of the registration is found later.
    await keep(letter(6, unknown), letter(7, { ...unknown, deviceId: 'still-unknown' }))
    await replayAdopted(api.database.db, at(8))
    expect(await replayDeadLetters(api.database.db, 10, async () => [])).toBe(1)
  })

  it('Are removed when they are old.', async () => {
    const [old, young] = [letter(1), letter(2)]
    await keep(old, young)
    expect(await removeOldDeadLetters(api.database.db, at(2))).toBe(1)
    expect((await items()).map(({ id }) => id)).toEqual([young.id])
  })
})
