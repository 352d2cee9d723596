import type { MapView } from '@lading/shared/contract/map'
import { batch, effect } from '@preact/signals'
import { selectedId } from '../state/address/live-map.ts'
import { rateList } from '../state/currencies.ts'
import { clusters, crowded, showAlso, showClusters } from '../state/map/clusters.ts'
import { positions, positionsOf, withPositions } from '../state/map/positions.ts'
import { type Viewport, viewport, wish } from '../state/map/viewport.ts'
import { alerts, withAlert } from '../state/queue/alerts.ts'
import { isReplaying } from '../state/replay/replay.ts'
import { shipments, withShipments } from '../state/shipment/shipments.ts'
import { loadSettings } from './account/settings.ts'
import { loadCurrencies, loadExposure } from './money/currencies.ts'
import { loadAlerts } from './risk/alerts.ts'
import { createInbox } from './risk/inbox.ts'
import { type FeedHandlers, openFeed } from './server/feed.ts'
import { request } from './server/request.ts'
import { sessionEnded } from './server/session.ts'

// The map moves in bursts; the feed follows when it rests.
const settleMs = 300

const take = (view: MapView) => {
  batch(() => {
    shipments.value = withShipments(shipments.value, view.shipments)
    positions.value = withPositions(positions.value, positionsOf(view.shipments))
  })
}

const newsMark = 'lading-news'

const inbox = createInbox(({ shipments: changed, positions: moved, alerts: told }) => {
  batch(() => {
    shipments.value = withShipments(shipments.value, changed)
    positions.value = withPositions(positions.value, [...positionsOf(changed), ...moved])
    alerts.value = told.reduce(withAlert, alerts.value)
    if (clusters.value.length === 0) showAlso(changed)
  })
  // For whoever measures how long news takes to here; nothing is kept of it.
  performance.mark(newsMark)
  performance.clearMarks(newsMark)
})

let missed = true

const handlers: FeedHandlers = {
  onSnapshot: (view) => {
    take(view)
    if (!missed) return
    missed = false
    // Alerts and the clock may have moved on while nothing was heard.
    void loadAlerts()
    void loadSettings()
  },
  onPositions: inbox.positions,
  onShipment: inbox.shipment,
  onAlert: inbox.alert,
  onCurrencies: () => void (rateList.value ? loadCurrencies() : loadExposure()),
  onLost: () => {
    missed = true
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
      const isCrowded = view.clusters.length > 0
      if (isCrowded) crowded.value = true
      // What an address opens is where people want to look. A replay shows what it is about by itself.
      if (first && !isReplaying.peek()) {
        if (selectedId.peek()) wish('selected')
        else if (!isCrowded) wish('all')
      }
      first = false
    },
  })
}

const openBox = (view: Viewport) =>
  openFeed(view, {
    ...handlers,
    onSnapshot: (snapshot) => {
      handlers.onSnapshot(snapshot)
      showClusters(snapshot)
    },
  })

/**
 * The whole world is followed while the server can send every shipment by itself. Beyond that the feed and the clusters
 * follow what the map shows.
 */
export const followFeed = () => {
  missed = true
  let stop = openWorld()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopEffect = effect(() => {
    const view = viewport.value
    if (!crowded.value || !view) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      stop()
      stop = openBox(view)
    }, settleMs)
  })
  return () => {
    clearTimeout(timer)
    stopEffect()
    stop()
  }
}
