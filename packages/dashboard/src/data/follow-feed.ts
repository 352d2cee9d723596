import type { MapView } from '@lading/shared/contract/map'
import { batch, effect } from '@preact/signals'
import { selectedId } from '../state/address.ts'
import { alerts, withAlert } from '../state/alerts.ts'
import { crowded, showClusters } from '../state/clusters.ts'
import { positions, positionsOf, withPositions } from '../state/positions.ts'
import { shipments, withShipments } from '../state/shipments.ts'
import { type Viewport, viewport, wish } from '../state/viewport.ts'
import { loadAlerts } from './alerts.ts'
import { type FeedHandlers, openFeed } from './feed.ts'
import { createInbox } from './inbox.ts'
import { loadMapView } from './map-view.ts'
import { request } from './request.ts'
import { sessionEnded } from './session.ts'
import { loadSettings } from './settings.ts'

// The map moves in bursts; the feed follows when it rests.
const settleMs = 300

const take = (view: MapView) => {
  batch(() => {
    shipments.value = withShipments(shipments.value, view.shipments)
    positions.value = withPositions(positions.value, positionsOf(view.shipments))
  })
}

const inbox = createInbox(({ shipments: changed, positions: moved, alerts: told }) => {
  batch(() => {
    shipments.value = withShipments(shipments.value, changed)
    positions.value = withPositions(positions.value, [...positionsOf(changed), ...moved])
    alerts.value = told.reduce(withAlert, alerts.value)
  })
})

const handlers: FeedHandlers = {
  onSnapshot: (view) => {
    take(view)
    // Alerts and the clock may have moved on while nothing was heard.
    void loadAlerts()
    void loadSettings()
  },
  onPositions: inbox.positions,
  onShipment: inbox.shipment,
  onAlert: inbox.alert,
  onLost: () => {
    void request('/v1/session').then((result) => {
      if (!result.ok && result.failure.kind === 'answer' && result.failure.status === 401) sessionEnded()
    })
  },
}

const openWorld = () => {
  let first = true
  return openFeed(undefined, {
    ...handlers,
    onSnapshot: (view) => {
      handlers.onSnapshot(view)
      if (view.clusters.length > 0) crowded.value = true
      else if (first && !selectedId.peek()) wish('all')
      first = false
    },
  })
}

const openBox = (view: Viewport, signal: AbortSignal) => {
  const showMap = async () => {
    const result = await loadMapView(view, signal)
    if (!result.ok || signal.aborted) return
    take(result.value)
    showClusters(result.value)
  }
  return openFeed(view.bbox, {
    ...handlers,
    // The feed knows no zoom: the clusters that suit it are asked for each time it begins or sums up anew.
    onSnapshot: (snapshot) => {
      handlers.onSnapshot(snapshot)
      void showMap()
    },
  })
}

/**
 * The whole world is followed while the server can send every shipment by itself. Beyond that the feed and the clusters
 * follow what the map shows.
 */
export const followFeed = () => {
  let stop = openWorld()
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopEffect = effect(() => {
    const view = viewport.value
    if (!crowded.value || !view) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      stop()
      controller.abort()
      controller = new AbortController()
      stop = openBox(view, controller.signal)
    }, settleMs)
  })
  return () => {
    clearTimeout(timer)
    controller.abort()
    stopEffect()
    stop()
  }
}
