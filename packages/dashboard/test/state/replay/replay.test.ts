import type { Shipment } from '@lading/shared/contract/shipment'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { address } from '../../../src/state/address/live-map.ts'
import { replayOf } from '../../../src/state/address/replay.ts'
import { momentMs, pointedMs } from '../../../src/state/replay/moment.ts'
import { advance, isPlaying, play, replayMs, replayPlaces, replaySpan, seek, showJourneys } from '../../../src/state/replay/replay.ts'
import { timedTrack } from '../../../src/state/replay/timed-track.ts'

const start = Date.UTC(2026, 7, 4)
const at = (hours: number) => start + hours * 3600_000
const journey = (id: string, ...hours: number[]) => ({
  shipment: { id } as Shipment,
  track: timedTrack(
    hours.map((hour) => ({ lat: hour, lon: 0, recordedAt: new Date(at(hour)).toISOString(), speedKmh: null, headingDeg: null })),
    [],
  ),
})
const replaying = (atMs?: number) => {
  address.value = { ...address.value, replay: { ...replayOf(['one', 'other'], atMs), speed: 3600 } }
  showJourneys([journey('one', 2, 6), journey('other', 4, 10)])
}

// The address is written when the replay rests, and here there is none.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  play(false)
  vi.clearAllTimers()
  address.value = { ...address.value, replay: undefined }
  pointedMs.value = undefined
})

test('A replay begins with the first report of all, and ends with the last one.', () => {
  replaying()
  expect(replaySpan.value).toEqual({ fromMs: at(2), untilMs: at(10) })
  expect([replayMs.value, isPlaying.value]).toEqual([at(2), false])
})

test('A link leads to the time that it was made at, as far as there is something to see.', () => {
  replaying(at(5))
  expect(replayMs.value).toBe(at(5))
  expect([...replayPlaces.value].map(([id, { lat }]) => [id, Math.round(lat * 1e6) / 1e6])).toEqual([
    ['one', 5],
    ['other', 5],
  ])
  replaying(at(99))
  expect(replayMs.value).toBe(at(10))
})

test('It goes on as fast as it is asked to, stops at the end, and begins anew from there.', () => {
  replaying()
  play(true)
  advance(2000)
  expect([replayMs.value, isPlaying.value]).toEqual([at(4), true])
  advance(60_000)
  expect([replayMs.value, isPlaying.value]).toEqual([at(10), false])
  play(true)
  expect([replayMs.value, isPlaying.value]).toEqual([at(2), true])
})

test('Charts and map point at what the replay shows, unless somebody points at something else.', () => {
  replaying()
  seek(at(7))
  expect(momentMs.value).toBe(at(7))
  pointedMs.value = at(3)
  expect(momentMs.value).toBe(at(3))
  pointedMs.value = undefined
  expect(momentMs.value).toBe(at(7))
})
