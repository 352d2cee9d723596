import { batch, effect } from '@preact/signals'
import { alerts, withAlert } from '../state/alerts.ts'
import { clusters, isCrowded } from '../state/clusters.ts'
import { positions, positionsOf, withPositions } from '../state/positions.ts'
import { shipments, withShipments } from '../state/shipments.ts'
import { viewport } from '../state/viewport.ts'
import { loadAlerts } from './alerts.ts'
import { type FeedHandlers, openFeed } from './feed.ts'
import { loadMapView } from './map-view.ts'
import { request } from './request.ts'
import { sessionEnded } from './session.ts'
import { loadSettings } from './settings.ts'

// The map moves in bursts; the feed follows when it rests.
const settleMs = 300

const handlers: FeedHandlers = {
  onSnapshot: (view) => {
    batch(() => {
      shipments.value = withShipments(shipments.value, view.shipments)
      positions.value = withPositions(positions.value, positionsOf(view.shipments))
      clusters.value = view.clusters
    })
    // Alerts and the clock may have moved on while nothing was heard.
    void loadAlerts()
    void loadSettings()
  },
  onPositions: (heard) => {
    positions.value = withPositions(positions.value, heard)
  },
  onShipment: (shipment) => {
    batch(() => {
      shipments.value = withShipments(shipments.value, [shipment])
      positions.value = withPositions(positions.value, positionsOf([shipment]))
    })
  },
  onAlert: (alert) => {
    alerts.value = withAlert(alerts.value, alert)
  },
  onLost: () => {
    void request('/v1/session').then((result) => {
      if (!result.ok && result.failure.kind === 'answer' && result.failure.status === 401) sessionEnded()
    })
  },
}

/**
 * The whole world is followed while the server can send every shipment by itself. Beyond that the feed and the clusters
 * follow what the map shows.
 */
export const followFeed = () => {
  let stop = openFeed(undefined, handlers)
  let followed: string | undefined
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopEffect = effect(() => {
    const view = viewport.value
    if (!isCrowded.value || !view || view.bbox === followed) return
    clearTimeout(timer)
    timer = setTimeout(async () => {
      followed = view.bbox
      stop()
      stop = openFeed(view.bbox, { ...handlers, onSnapshot: (snapshot) => handlers.onSnapshot({ ...snapshot, clusters: clusters.peek() }) })
      controller.abort()
      controller = new AbortController()
      const result = await loadMapView(view, controller.signal)
      if (result.ok) clusters.value = result.value.clusters
    }, settleMs)
  })
  return () => {
    clearTimeout(timer)
    controller.abort()
    stopEffect()
    stop()
  }
}
