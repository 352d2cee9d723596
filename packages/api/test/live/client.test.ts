import { describe, expect, it, vi } from 'vitest'
import { createClient, type Patience } from '../../src/live/client.ts'
import { heartbeat } from '../../src/live/frame.ts'

const patience: Patience = { waitingBytes: 100, stuckMs: 30_000 }

/** A connection that takes everything until it is told to take nothing. */
const createSink = () => {
  const listeners = new Map<string, () => void>()
  const sink = {
    written: [] as string[],
    writableLength: 0,
    blocked: false,
    destroyed: false,
    write: (chunk: string) => {
      sink.written.push(chunk)
      if (sink.blocked) sink.writableLength += chunk.length
      return !sink.blocked
    },
    end: vi.fn(),
    destroy: () => {
      sink.destroyed = true
    },
    once: (event: string, listener: () => void) => listeners.set(event, listener),
    drain: () => {
      sink.blocked = false
      sink.writableLength = 0
      listeners.get('drain')?.()
    },
  }
  return sink
}

const setUp = () => {
  const sink = createSink()
  const onDropped = vi.fn()
  return { sink, onDropped, client: createClient({ sink, bbox: undefined, onDropped, patience }) }
}

describe('One follower of the live feed', () => {
  it('What happens before the snapshot is ready follows it.', () => {
    const { sink, client } = setUp()
    client.send('early')
    expect(sink.written).toEqual([])
    client.begin('snapshot')
    client.send('late')
    expect(sink.written).toEqual(['snapshot', 'early', 'late'])
  })

  it('A client for which too much waits is dropped, and counted once.', () => {
    const { sink, client, onDropped } = setUp()
    client.begin('snapshot')
    sink.blocked = true
    for (let index = 0; index < 20; index++) client.send('x'.repeat(30))
    expect(sink.destroyed).toBe(true)
    expect(onDropped).toHaveBeenCalledOnce()
    expect(sink.written.join('').length).toBeLessThan(250)
  })

  it('A large snapshot is waited for beyond the usual bound, until it has been taken.', () => {
    const { sink, client } = setUp()
    sink.blocked = true
    client.begin('s'.repeat(1_000))
    client.send('x'.repeat(50))
    expect(sink.destroyed).toBe(false)
    sink.drain()
    sink.blocked = true
    client.send('x'.repeat(150))
    client.send('x')
    expect(sink.destroyed).toBe(true)
  })

  it('A client that takes nothing at all for half a minute is dropped at the next heartbeat.', () => {
    const { sink, client } = setUp()
    client.begin('snapshot')
    client.beat()
    expect(sink.written.at(-1)).toBe(heartbeat)
    sink.blocked = true
    client.send('x')
    const now = Date.now()
    client.beat(now + 29_000)
    expect(sink.destroyed).toBe(false)
    client.beat(now + 31_000)
    expect(sink.destroyed).toBe(true)
  })

  it('A client that waits too long for its snapshot does not collect events for ever.', () => {
    const { sink, client } = setUp()
    for (let index = 0; index < 5; index++) client.send('x'.repeat(30))
    expect(sink.destroyed).toBe(true)
  })

  it('Nothing is written after the end.', () => {
    const { sink, client } = setUp()
    client.end()
    client.begin('snapshot')
    client.send('late')
    expect(sink.written).toEqual([])
    expect(sink.end).toHaveBeenCalledOnce()
  })
})
