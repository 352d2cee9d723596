import { liveTopics } from '@lading/shared/live/topics'
import type { FastifyBaseLogger } from 'fastify'
import type { ApiMetrics } from '../metrics.ts'
import type { Bus } from './bus.ts'
import { createClient, type Sink } from './client.ts'
import { createFlush } from './flush.ts'
import { createFollowers, type Follower } from './followers.ts'
import { frame } from './frame.ts'
import { type Hearing, hear } from './messages.ts'
import { createPending } from './pending.ts'
import type { Watched } from './snapshot.ts'
import type { Sources } from './sources.ts'

type Deps = { sources: Sources; bus: Bus; metrics: ApiMetrics; log: FastifyBaseLogger }

// At most four updates a second: faster than an eye reads a map, slow enough to put many readings into one event.
const flushMs = 250
const beatMs = 15_000
const reloadMs = 60_000
const clustersMs = 15_000

/**
 * The live feed. Every client gets a snapshot of its box, then what changes in it. Nothing is promised to arrive: who was
 * away, or too slow and therefore dropped, connects again and begins with a new snapshot.
 */
export const createLiveFeed = ({ sources, bus, metrics, log }: Deps) => {
  const followers = createFollowers(metrics)
  const pending = createPending()
  const flush = createFlush({ sources, followers, pending, metrics })
  const timers: NodeJS.Timeout[] = []

  const attempt = (what: string, work: () => Promise<unknown>) => work().catch((error) => log.warn({ err: error }, what))
  const reload = () => attempt('the assignments of devices could not be read', sources.assigned.reload)

  // Everybody has the queue, whatever part of the map they look at.
  const sendAll = (event: 'alert' | 'currencies', json: string) => {
    const chunk = frame(event, json)
    for (const { client } of followers.all()) client.send(chunk)
    metrics.liveEvents.inc({ event }, followers.count())
  }

  const hearing: Hearing = {
    positions: (positions) => {
      for (const position of positions) {
        const shipmentId = sources.assigned.shipmentOf(position.deviceId)
        if (shipmentId) pending.position(shipmentId, position)
      }
    },
    shipments: ({ shipmentIds }) => {
      sources.changed(shipmentIds)
      if (followers.count() > 0) for (const id of shipmentIds) pending.changed(id)
    },
    alerts: ({ alerts }) => {
      sources.changed(alerts.map(({ shipmentId }) => shipmentId))
      for (const alert of alerts) sendAll('alert', JSON.stringify(alert))
    },
    assignments: ({ deviceId }) =>
      void attempt('the assignment of a device could not be read', () => sources.assigned.reloadDevice(deviceId)),
    currencies: () => sendAll('currencies', '{}'),
  }

  bus.listen({
    onConnect: () => {
      sources.forget()
      // Without followers there is nobody to tell, and the assignments are read when the first one comes.
      if (followers.count() > 0) void reload()
    },
    onMessage: (topic, payload) => {
      // Who moved matters to followers only; what changed, to everybody who looks at the map.
      if (followers.count() === 0 && topic !== liveTopics.shipments && topic !== liveTopics.alerts) return
      const problem = hear(hearing, topic, payload)
      if (problem) log.warn({ topic, problem }, 'a message on the bus cannot be used')
    },
  })

  const show = async (follower: Follower, begin: boolean) => {
    const { client, watched } = follower
    const { chunk, ids, clustered } = await sources.snapshot(watched)
    for (const id of ids) {
      client.seen.add(id)
      client.inside.add(id)
    }
    follower.clustered = clustered
    if (begin) client.begin(chunk)
    else client.refresh(chunk)
    metrics.liveEvents.inc({ event: 'snapshot' })
  }

  const refreshClusters = async () => {
    for (const follower of followers.all()) if (follower.clustered) await show(follower, false)
  }

  const every = (ms: number, what: string, work: () => Promise<unknown>) =>
    timers.push(setInterval(() => followers.count() > 0 && void attempt(what, work), ms))

  const start = async () => {
    every(flushMs, 'live updates could not be sent', flush)
    every(beatMs, 'heartbeats could not be sent', async () => followers.beat())
    every(reloadMs, 'the assignments of devices could not be read', sources.assigned.reload)
    every(reloadMs, 'sessions could not be checked', followers.dismiss)
    every(clustersMs, 'clusters could not be read', refreshClusters)
    await reload()
  }
  let started: Promise<void> | undefined

  return {
    isFullFor: followers.isFullFor,
    /** Adds a follower. The stream ends when it goes, falls behind, or `stillAllowed` no longer holds. */
    follow: async (sink: Sink, watched: Watched, { session, stillAllowed }: Pick<Follower, 'session' | 'stillAllowed'>) => {
      const client = createClient({ sink, bbox: watched.bbox, onDropped: () => metrics.liveDropped.inc() })
      const follower: Follower = { client, watched, session, stillAllowed, clustered: false }
      // After a time without followers the assignments in memory may be old.
      if (followers.count() === 0 && started) void reload()
      followers.add(follower)
      sink.once('close', () => followers.remove(follower))
      started ??= start()
      try {
        await started
        await show(follower, true)
      } catch (error) {
        log.warn({ err: error }, 'a live snapshot could not be taken')
        client.end()
      }
    },
    close: () => {
      for (const timer of timers) clearInterval(timer)
      for (const { client } of followers.all()) client.end()
    },
  }
}

export type LiveFeed = ReturnType<typeof createLiveFeed>
