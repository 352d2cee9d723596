import type { Alert } from '@lading/shared/contract/alert'
import type { LivePositions } from '@lading/shared/contract/live'
import type { MapView } from '@lading/shared/contract/map'
import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import type { Viewport } from '../../state/map/viewport.ts'
import { afterLoss, connection } from '../../state/server/connection.ts'
import { queryString } from './request.ts'

export type FeedHandlers = {
  onSnapshot: (view: MapView) => void
  onPositions: (positions: LivePositions) => void
  onShipment: (shipment: ShipmentSummary) => void
  onAlert: (alert: Alert) => void
  /** What currencies are worth, or what is done about them, has changed. */
  onCurrencies: () => void
  /** Called before each new attempt; the reason may be that the session ended, which an EventSource does not tell. */
  onLost: () => void
}

const retryMs = 3000

/**
 * The stream of live updates for what a map shows, or for the whole world. A browser stops trying after some errors, so the stream
 * is opened anew here each time, and says how it fares in `connection`. Returns how to stop.
 */
export const openFeed = (view: Viewport | undefined, handlers: FeedHandlers) => {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    const stream = new EventSource(`/v1/live${queryString({ bbox: view?.bbox, zoom: view && Math.round(view.zoom) })}`)
    const on = <Value>(event: string, handle: (value: Value) => void) =>
      stream.addEventListener(event, ({ data }: MessageEvent<string>) => handle(JSON.parse(data) as Value))
    on<MapView>('snapshot', (view) => {
      connection.value = { status: 'live' }
      handlers.onSnapshot(view)
    })
    on('positions', handlers.onPositions)
    on('shipment', handlers.onShipment)
    on('alert', handlers.onAlert)
    on('currencies', handlers.onCurrencies)
    stream.addEventListener('error', () => {
      stream.close()
      connection.value = afterLoss(connection.value, Date.now(), navigator.onLine)
      handlers.onLost()
      timer = setTimeout(open, retryMs)
    })
    source = stream
  }

  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
