import type { ApiMetrics } from '../metrics.ts'
import { sendPositions, sendShipment, strangers, tell } from './deliver.ts'
import type { Followers } from './followers.ts'
import type { createPending } from './pending.ts'
import type { Sources } from './sources.ts'

type Deps = {
  sources: Pick<Sources, 'summaries'>
  followers: Followers
  pending: ReturnType<typeof createPending>
  metrics: Pick<ApiMetrics, 'liveEvents'>
}

/** Sends every follower what has happened in its box since the last time. One flush at a time: a slow one makes the next larger. */
export const createFlush = ({ sources, followers, pending, metrics }: Deps) => {
  let flushing = false

  const flush = async () => {
    const { positions, changed } = pending.take()
    // In a clustered view a shipment that has not been shown alone is part of a cluster, which comes with the next snapshot.
    const listeners = followers.all().map(({ client, clustered }) => ({
      client,
      clustered,
      met: clustered ? new Set<string>() : strangers(client, positions),
    }))
    const ids = new Set([...changed, ...listeners.flatMap(({ met }) => [...met])])
    const summaries = (await sources.summaries([...ids])).map(tell)
    const told = positions.map(tell)
    for (const { client, clustered, met } of listeners) {
      const news = clustered ? summaries.filter(({ value }) => client.seen.has(value.id)) : summaries
      const shipments = news.filter((summary) => sendShipment(client, summary, met.has(summary.value.id)))
      if (shipments.length > 0) metrics.liveEvents.inc({ event: 'shipment' }, shipments.length)
      if (sendPositions(client, told) > 0) metrics.liveEvents.inc({ event: 'positions' })
    }
  }

  return async () => {
    if (flushing || pending.isEmpty()) return
    flushing = true
    try {
      await flush()
    } finally {
      flushing = false
    }
  }
}
