import { describe, expect, it } from 'vitest'
import { createKeptAnswers } from '../../src/tracking-page/kept-answers.ts'

const at = (minute: number) => new Date(minute * 60_000)

const keeping = ({ bytesMax = 1_000 } = {}) => {
  const time = { now: 0, minute: 0 }
  const kept = createKeptAnswers({ clock: { now: () => at(time.minute) }, now: () => time.now, bytesMax })
  let made = 0
  /** What is answered, and how often something was made until then. */
  const ask = async (link: string, version = '1', what = 'page', { bytes = 10, minutes = 5 } = {}) => {
    const body = await kept.get(link, version, what, async () => {
      made += 1
      return { body: Buffer.alloc(bytes, String(made)), untilMs: at(time.minute + minutes).getTime() }
    })
    return `${body?.toString().slice(0, 1)} of ${made}`
  }
  return { time, kept, ask }
}

describe('Kept answers', () => {
  it('are made once for a version of what a link shows, and anew for another.', async () => {
    const { ask } = keeping()
    expect([await ask('a'), await ask('a'), await ask('a', '2'), await ask('a', '2')]).toEqual(['1 of 1', '1 of 1', '2 of 2', '2 of 2'])
  })

  it('are of one link and of one kind: a language, or the map.', async () => {
    const { ask } = keeping()
    expect([await ask('a'), await ask('b'), await ask('a', '1', 'page in German')]).toEqual(['1 of 1', '2 of 2', '3 of 3'])
    // Another version is another one in every language.
    await ask('a', '2')
    expect(await ask('a', '2', 'page in German')).toBe('5 of 5')
  })

  it('are made anew when they are not true any more, by the time of the platform, and after a minute at the latest.', async () => {
    const { time, ask } = keeping()
    await ask('a')
    time.minute = 5
    expect(await ask('a')).toBe('2 of 2')
    time.now = 59_999
    expect(await ask('a')).toBe('2 of 2')
    time.now = 60_001
    expect(await ask('a')).toBe('3 of 3')
  })

  it('are forgotten when a link ends, and those first that nobody asked for the longest where there are too many.', async () => {
    const { kept, ask } = keeping({ bytesMax: 100 })
    await ask('a')
    kept.forget('a')
    expect(await ask('a')).toBe('2 of 2')
    await ask('b', '1', 'page', { bytes: 80 })
    expect(await ask('a')).toBe('2 of 3')
    await ask('c', '1', 'page', { bytes: 80 })
    expect(await ask('a')).toBe('2 of 4')
    expect(await ask('b')).toBe('5 of 5')
  })

  it('are made once for all who ask at the same time; what fails is tried again.', async () => {
    const { kept } = keeping()
    let tries = 0
    const make = async () => {
      tries += 1
      if (tries === 1) throw new Error('the database is away')
      return { body: Buffer.from('page'), untilMs: at(9).getTime() }
    }
    const both = await Promise.allSettled([kept.get('a', '1', 'page', make), kept.get('a', '1', 'page', make)])
    expect([tries, ...both.map(({ status }) => status)]).toEqual([1, 'rejected', 'rejected'])
    expect(String(await kept.get('a', '1', 'page', make))).toBe('page')
    expect(tries).toBe(2)
  })

  it('Nothing is kept where there is nothing, and nothing of a version that is not the newest any more.', async () => {
    const { kept, ask } = keeping()
    expect(await kept.get('a', '1', 'page', async () => undefined)).toBeUndefined()
    const slow = Promise.withResolvers<{ body: Buffer; untilMs: number }>()
    const old = kept.get('b', '1', 'page', () => slow.promise)
    expect(await ask('b', '2')).toBe('1 of 1')
    slow.resolve({ body: Buffer.from('x'), untilMs: at(9).getTime() })
    await old
    expect(await ask('b', '2')).toBe('1 of 1')
  })
})
