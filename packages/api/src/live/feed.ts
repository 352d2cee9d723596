import type { Clock } from '@lading/shared/clock'
import type { Bbox } from '@lading/shared/geo/bbox'
import type { Db } from '@lading/store/postgres/open'
import { summariesOf } from '@lading/store/postgres/shipment/summary'
import type { FastifyBaseLogger } from 'fastify'
import type { ApiMetrics } from '../metrics.ts'
import { createAssigned } from './assigned.ts'
import type { Bus } from './bus.ts'
import { type Client, createClient, type Sink } from './client.ts'
import { sendPositions, sendShipment, strangers, tell } from './deliver.ts'
import { frame } from './frame.ts'
import { type Hearing, hear } from './messages.ts'
import { createPending } from './pending.ts'
import { takeSnapshot } from './snapshot.ts'

type Deps = { db: Db; bus: Bus; clock: Clock; metrics: ApiMetrics; log: FastifyBaseLogger }

// At most four updates a second: faster than an eye reads a map, slow enough to put many readings into one event.
const flushMs = 250
const beatMs = 15_000
const reloadMs = 60_000
const clustersMs = 15_000

export const clientsMax = 500

/**
 * The live feed. Every client gets a snapshot of its box, then what changes in it. Nothing is promised to arrive: who was
 * away, or too slow and therefore dropped, connects again and begins with a new snapshot.
 */
export const createLiveFeed = (deps: Deps) => {
  const { db, bus, clock, metrics, log } = deps
  const clients = new Map<Client, { clustered: boolean; stillAllowed: () => Promise<boolean> }>()
  const assigned = createAssigned({ db, clock })
  const pending = createPending()
  const timers: NodeJS.Timeout[] = []
  let flushing = false

  const attempt = (what: string, work: () => Promise<unknown>) => work().catch((error) => log.warn({ err: error }, what))
  const reload = () => attempt('the assignments of devices could not be read', assigned.reload)
  const sent = (event: string, times: number) => times > 0 && metrics.liveEvents.inc({ event }, times)

  const hearing: Hearing = {
    positions: (positions) => {
      for (const position of positions) {
        const shipmentId = assigned.shipmentOf(position.deviceId)
        if (shipmentId) pending.position(shipmentId, position)
      }
    },
    shipments: ({ shipmentIds }) => {
      for (const id of shipmentIds) pending.changed(id)
    },
    alerts: ({ alerts }) => {
      for (const alert of alerts) {
        const chunk = frame('alert', JSON.stringify(alert))
        const concerned = [...clients.keys()].filter(({ bbox, seen }) => !bbox || seen.has(alert.shipmentId))
        for (const client of concerned) client.send(chunk)
        sent('alert', concerned.length)
      }
    },
    assignments: ({ deviceId }) => void attempt('the assignment of a device could not be read', () => assigned.reloadDevice(deviceId)),
  }

  bus.listen({
    // Without clients there is nobody to tell, and the assignments are read when the first one comes.
    onConnect: () => clients.size > 0 && void reload(),
    onMessage: (topic, payload) => {
      const problem = clients.size > 0 ? hear(hearing, topic, payload) : undefined
      if (problem) log.warn({ topic, problem }, 'a message on the bus cannot be used')
    },
  })

  const flush = async () => {
    const { positions, changed } = pending.take()
    // In a clustered view a shipment that has not been shown alone is part of a cluster, which comes with the next snapshot.
    const listeners = [...clients].map(([client, { clustered }]) => ({
      client,
      clustered,
      met: clustered ? new Set<string>() : strangers(client, positions),
    }))
    const ids = new Set([...changed, ...listeners.flatMap(({ met }) => [...met])])
    const summaries = (await summariesOf(db, [...ids])).map(tell)
    const told = positions.map(tell)
    for (const { client, clustered, met } of listeners) {
      const news = clustered ? summaries.filter(({ value }) => client.seen.has(value.id)) : summaries
      sent('shipment', news.filter((summary) => sendShipment(client, summary, met.has(summary.value.id))).length)
      sent('positions', sendPositions(client, told) > 0 ? 1 : 0)
    }
  }

  const flushOnce = async () => {
    if (flushing || clients.size === 0 || pending.isEmpty()) return
    flushing = true
    await attempt('live updates could not be sent', flush)
    flushing = false
  }

  const beat = () => {
    for (const client of clients.keys()) client.beat()
  }

  const checkSessions = () =>
    Promise.all(
      [...clients].map(async ([client, { stillAllowed }]) => {
        if (!(await stillAllowed())) client.end()
      }),
    )

  const refreshClusters = async () => {
    for (const [client, state] of clients) {
      if (!state.clustered) continue
      const { chunk, ids, clustered } = await takeSnapshot(deps, client.bbox)
      remember(client, ids)
      state.clustered = clustered
      client.refresh(chunk)
      sent('snapshot', 1)
    }
  }

  const start = async () => {
    timers.push(
      setInterval(() => void flushOnce(), flushMs),
      setInterval(beat, beatMs),
      setInterval(() => clients.size > 0 && void reload(), reloadMs),
      setInterval(() => void attempt('sessions could not be checked', checkSessions), reloadMs),
      setInterval(() => void attempt('clusters could not be read', refreshClusters), clustersMs),
    )
    await reload()
  }
  let started: Promise<void> | undefined

  return {
    clients: () => clients.size,
    isFull: () => clients.size >= clientsMax,
    /** Adds a follower. The stream ends when the client goes, falls behind, or `stillAllowed` no longer holds. */
    follow: async (sink: Sink, bbox: Bbox | undefined, stillAllowed: () => Promise<boolean>) => {
      const client = createClient({ sink, bbox, onDropped: () => metrics.liveDropped.inc() })
      const state = { clustered: false, stillAllowed }
      const leave = () => {
        clients.delete(client)
        metrics.liveClients.set(clients.size)
      }
      sink.once('close', leave)
      if (clients.size === 0 && started) void reload()
      clients.set(client, state)
      metrics.liveClients.set(clients.size)
      started ??= start()
      try {
        await started
        const { chunk, ids, clustered } = await takeSnapshot(deps, bbox)
        remember(client, ids)
        state.clustered = clustered
        client.begin(chunk)
        sent('snapshot', 1)
      } catch (error) {
        log.warn({ err: error }, 'a live snapshot could not be taken')
        client.end()
      }
    },
    close: () => {
      for (const timer of timers) clearInterval(timer)
      for (const client of clients.keys()) client.end()
    },
  }
}

export type LiveFeed = ReturnType<typeof createLiveFeed>

const remember = (client: Client, ids: string[]) => {
  for (const id of ids) {
    client.seen.add(id)
    client.inside.add(id)
  }
}
