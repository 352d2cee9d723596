import type { Bbox } from '@lading/shared/geo/bbox'
import { heartbeat } from './frame.ts'

export type Chunk = string | Buffer

/** What a stream is written to: the raw response of Node, or a stand-in. */
export type Sink = {
  write(chunk: Chunk): boolean
  end: () => void
  destroy: () => void
  readonly writableLength: number
  once: (event: 'drain' | 'close', listener: () => void) => unknown
}

/** Bytes that may wait for a client beyond its snapshot, and how long it may take nothing at all. */
export type Patience = { waitingBytes: number; stuckMs: number }

export const usualPatience: Patience = { waitingBytes: 1_000_000, stuckMs: 30_000 }

type Options = { sink: Sink; bbox: Bbox | undefined; onDropped: () => void; patience?: Patience }

/** One follower of the live feed: its box, what it has been told of, and a connection that must keep up. */
export const createClient = ({ sink, bbox, onDropped, patience = usualPatience }: Options) => {
  let held: Chunk[] | undefined = []
  let heldBytes = 0
  let snapshotBytes = 0
  let stuckSince: number | undefined
  let open = true

  const drop = () => {
    if (!open) return
    open = false
    sink.destroy()
    onDropped()
  }

  const write = (chunk: Chunk) => {
    if (sink.write(chunk) || stuckSince !== undefined) return
    stuckSince = Date.now()
    sink.once('drain', () => {
      stuckSince = undefined
      snapshotBytes = 0
    })
  }

  const send = (chunk: Chunk) => {
    if (!open) return
    if (held) {
      held.push(chunk)
      heldBytes += chunk.length
      if (heldBytes > patience.waitingBytes) drop()
      return
    }
    if (sink.writableLength > patience.waitingBytes + snapshotBytes) return drop()
    write(chunk)
  }

  return {
    bbox,
    /** Shipments whose summary it has. */
    seen: new Set<string>(),
    /** Of these, the ones whose last position it has lies in its box. */
    inside: new Set<string>(),
    /** What is sent before the snapshot waits and follows it. */
    begin: (snapshot: Chunk) => {
      if (!open) return
      snapshotBytes = snapshot.length
      write(snapshot)
      const waiting = held ?? []
      held = undefined
      for (const chunk of waiting) send(chunk)
    },
    /** A later snapshot replaces everything; it too may be larger than what is waited for otherwise. */
    refresh: (snapshot: Chunk) => {
      if (!open || held || stuckSince !== undefined) return
      snapshotBytes = snapshot.length
      write(snapshot)
    },
    send,
    beat: (now = Date.now()) => {
      if (stuckSince !== undefined && now - stuckSince > patience.stuckMs) drop()
      else send(heartbeat)
    },
    end: () => {
      open = false
      sink.end()
    },
  }
}

export type Client = ReturnType<typeof createClient>
