import type { LinkFound } from '@lading/store/postgres/tracking-link/look-up'
import { describe, expect, it } from 'vitest'
import { createKnownLinks, oldestAnswerMs } from '../../src/tracking-page/known-links.ts'

/** A database of links, what it was asked for, and a clock that stands still. */
const world = () => {
  const links = new Map<string, LinkFound>()
  const changes: { moment: number; shipmentId: string }[] = []
  const asked: { hashes: string[]; since: string | undefined }[] = []
  let moment = 0
  let held: Promise<void> | undefined
  const time = { now: 1_000, wall: 0 }
  const known = createKnownLinks({
    lookUp: async (hashes, since) => {
      asked.push({ hashes, since })
      const answer = {
        moment: String(moment),
        changed:
          since === undefined ? ('any' as const) : changes.filter((each) => each.moment > Number(since)).map((each) => each.shipmentId),
        found: new Map(hashes.flatMap((hash) => (links.has(hash) ? [[hash, links.get(hash) as LinkFound]] : []))),
      }
      const wait = held
      held = undefined
      await wait
      return answer
    },
    now: () => time.now,
    wallNow: () => time.wall,
  })
  return {
    ...{ known, asked, time },
    write: (hash: string, link: LinkFound | undefined, shipmentId = link?.shipmentId ?? '') => {
      if (link) links.set(hash, link)
      else links.delete(hash)
      moment += 1
      changes.push({ moment, shipmentId })
    },
    /** The next answer, true as of when it was asked for, waits until it is let go. */
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
  }
}

const link = (shipmentId: string, version: string, expiresAt = 1_000_000): LinkFound => ({
  shipmentId,
  version,
  expiresAt: new Date(expiresAt),
})
const later = oldestAnswerMs + 1

describe('Links that are known', () => {
  it('are looked up once; after that only what changed is asked for, and not even that for a few milliseconds.', async () => {
    const { known, asked, time, write } = world()
    write('a', link('s1', 'v1'))
    expect(await known.find('a')).toMatchObject({ version: 'v1' })
    expect(await known.find('a')).toMatchObject({ version: 'v1' })
    time.now += later
    expect(await known.find('a')).toMatchObject({ version: 'v1' })
    expect(asked).toEqual([
      { hashes: ['a'], since: undefined },
      { hashes: [], since: '1' },
    ])
  })

  it('are looked up anew when their shipment changes, or anything is written here; the others stand.', async () => {
    const { known, asked, time, write } = world()
    write('a', link('s1', 'v1'))
    write('b', link('s2', 'v1'))
    await Promise.all([known.find('a'), known.find('b')])
    write('a', link('s1', 'v2'))
    known.doubt()
    time.now += 1
    expect(await Promise.all([known.find('a'), known.find('b')])).toMatchObject([{ version: 'v2' }, { version: 'v1' }])
    expect(asked.slice(1).map(({ hashes }) => hashes)).toEqual([[], ['a']])
  })

  it('end when they are taken back, and when they expire, whatever was known.', async () => {
    const { known, time, write } = world()
    write('a', link('s1', 'v1'))
    write('b', link('s2', 'v1', 50))
    await Promise.all([known.find('a'), known.find('b')])
    write('a', undefined, 's1')
    time.now += later
    time.wall = 50
    expect(await Promise.all([known.find('a'), known.find('b')])).toEqual([undefined, undefined])
  })

  it('are not kept as one look found them when another one knows that they changed since.', async () => {
    const { known, time, write, hold } = world()
    write('a', link('s1', 'v1'))
    await known.find('other')
    time.now += later
    const letGo = hold()
    const slow = known.find('a')
    await new Promise(setImmediate)
    // Whoever asks while one look takes long begins another one.
    await new Promise((resolve) => setTimeout(resolve, 60))
    write('a', link('s1', 'v2'))
    await known.find('b')
    letGo()
    expect(await slow).toMatchObject({ version: 'v1' })
    time.now += later
    expect(await known.find('a')).toMatchObject({ version: 'v2' })
  })

  it('are forgotten when nobody asked for so long that what changed may not be known any more.', async () => {
    const { known, asked, time, write } = world()
    write('a', link('s1', 'v1'))
    await known.find('a')
    time.now += 11 * 60_000
    await known.find('a')
    expect(asked.at(-1)).toEqual({ hashes: ['a'], since: '1' })
  })
})
