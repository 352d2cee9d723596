import type { ApiMetrics } from '../metrics.ts'
import { createWording, nobody, positionsFor, shipmentsFor, strangers, tellPosition, tellShipment } from './deliver.ts'
import type { Followers } from './followers.ts'
import type { createPending } from './pending.ts'
import type { Sources } from './sources.ts'

type Deps = {
  sources: Pick<Sources, 'members'>
  followers: Followers
  pending: ReturnType<typeof createPending>
  metrics: Pick<ApiMetrics, 'liveEvents'>
}

/** Sends every follower what has happened in its box since the last time. One flush at a time: a slow one makes the next larger. */
export const createFlush = ({ sources, followers, pending, metrics }: Deps) => {
  let flushing = false

  const flush = async () => {
    const { positions, changed } = pending.take()
    const moved = positions.map(tellPosition)
    const listeners = followers.all().map(({ client, clustered }) => ({
      client,
      clustered,
      met: clustered ? nobody : strangers(client, moved),
    }))
    const ids = new Set(changed)
    for (const { met } of listeners) for (const id of met) ids.add(id)
    const shipments = ids.size > 0 ? (await sources.members([...ids])).map(tellShipment) : []
    const say = createWording(shipments, moved)
    let [shipmentsSent, positionsSent] = [0, 0]
    for (const { client, clustered, met } of listeners) {
      const some = shipmentsFor(client, shipments, met, clustered)
      const theirs = positionsFor(client, moved)
      if (some.length + theirs.length === 0) continue
      client.send(say(some, theirs))
      shipmentsSent += some.length
      if (theirs.length > 0) positionsSent += 1
    }
    metrics.liveEvents.inc({ event: 'shipment' }, shipmentsSent)
    metrics.liveEvents.inc({ event: 'positions' }, positionsSent)
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
