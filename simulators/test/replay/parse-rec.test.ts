import { describe, expect, it } from 'vitest'
import { parseRec } from '../../src/replay/parse-rec.ts'
import { rebase } from '../../src/replay/track.ts'

const rec = [
  '2016-05-01T08:00:05Z\t*                 \t{"_type":"location","tst":1462089605,"lat":50.1,"lon":8.6,"acc":12,"vel":-1,"tid":"AB"}',
  '2016-05-01T08:00:09Z\t-                 \t{"_type":"lwt","tst":"1462080000"}',
  '2016-05-01T08:20:00Z\t*                 \t{"_type":"location","tst":"1462090800","lat":"50.3","lon":8.7}',
  '2016-05-01T08:10:00Z\t*                 \t{"_type":"location","tst":1462090200,"lat":50.2,"lon":8.65}',
  '2016-05-01T08:21:00Z\tevent             \t{"_type":"transition","tst":1462090860,"desc":"Home"}',
  '2016-05-01T08:22:00Z\t*                 \t{"_type":"location","tst":1462090900}',
  'half a li',
  '',
].join('\n')

describe('an OwnTracks recorder file', () => {
  const track = parseRec(rec)

  it('gives its positions in the order in which they were taken, also where numbers were written as text', () => {
    expect(track.fixes.map(({ atMs, lat }) => [new Date(atMs).toISOString(), lat])).toEqual([
      ['2016-05-01T08:00:05.000Z', 50.1],
      ['2016-05-01T08:10:00.000Z', 50.2],
      ['2016-05-01T08:20:00.000Z', 50.3],
    ])
  })

  it('keeps last wills and other messages, as they are and where they were', () => {
    expect(track.others.map(({ afterFix, payload }) => [afterFix, JSON.parse(payload)._type])).toEqual([
      [1, 'lwt'],
      [3, 'transition'],
      [3, 'location'],
    ])
    expect(JSON.parse(track.others[0]?.payload ?? '').tst).toBe('1462080000')
  })

  it('is sent as OwnTracks messages whose time is a number, everything else untouched', () => {
    const [first, , last] = track.fixes
    expect(JSON.parse(first?.payloadAt(first.atMs) ?? '')).toEqual({
      ...{ _type: 'location', tst: 1462089605, lat: 50.1, lon: 8.6, acc: 12, vel: -1, tid: 'AB' },
    })
    expect(JSON.parse(last?.payloadAt(last.atMs) ?? '')).toMatchObject({ tst: 1462090800, lat: 50.3 })
  })

  it('can be moved in time: the last fix is in this second, the gaps stay', () => {
    const now = Date.parse('2026-11-22T12:00:00Z')
    const { fixes } = rebase(track, now + 789)
    expect(fixes.at(-1)?.atMs).toBe(now)
    expect(now - (fixes[0]?.atMs ?? 0)).toBe(1195_000)
    expect(JSON.parse(fixes[0]?.payloadAt(fixes[0].atMs) ?? '').tst).toBe((now - 1195_000) / 1000)
  })
})
