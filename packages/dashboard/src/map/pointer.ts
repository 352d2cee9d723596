import L from 'leaflet'
import { formatSince } from '../format/relative.ts'
import { t } from '../i18n/t.ts'
import { nowMs } from '../state/clock.ts'
import { isStale, positions } from '../state/positions.ts'
import { select } from '../state/select.ts'
import { shipments } from '../state/shipments.ts'
import { type Marker, markers } from './markers.ts'
import { worldSize } from './mercator.ts'
import { pick } from './pick.ts'

/** Pointing at a marker says what it is; clicking selects it. */
export const followPointer = (map: L.Map) => {
  const tooltip = L.tooltip({ className: 'marker-label', direction: 'top', offset: [0, -12] })
  let hovered: string | undefined

  const at = ({ layerPoint, containerPoint }: L.LeafletMouseEvent) => {
    const corner = map.getPixelOrigin().add(layerPoint).subtract(containerPoint)
    return pick(markers.peek(), { left: corner.x, top: corner.y, size: worldSize(map.getZoom()) }, containerPoint)
  }
  const leave = () => {
    hovered = undefined
    tooltip.remove()
    map.getContainer().classList.remove('map-on-marker')
  }
  const handlers: L.LeafletEventHandlerFnMap = {
    click: (event: L.LeafletMouseEvent) => {
      const marker = at(event)
      if (marker) select(marker.id, 'map')
    },
    mousemove: (event: L.LeafletMouseEvent) => {
      const marker = at(event)
      if (!marker) return leave()
      if (marker.id === hovered) return
      hovered = marker.id
      map.getContainer().classList.add('map-on-marker')
      tooltip.setContent(labelOf(marker)).setLatLng(event.latlng).openOn(map)
    },
    mouseout: leave,
    movestart: leave,
  }
  map.on(handlers)
  return () => {
    map.off(handlers)
    tooltip.remove()
  }
}

const labelOf = ({ id }: Marker) => {
  const label = document.createElement('div')
  const shipment = shipments.peek().get(id)
  const position = positions.peek().get(id)
  if (!shipment || !position) return label
  const time = formatSince(Date.parse(position.recordedAt), nowMs.peek())
  const lines = [
    shipment.trackingNumber,
    `${t(`state.${shipment.state}`)} · ${shipment.origin.name} – ${shipment.destination.name}`,
    t(isStale(position, shipment.state, nowMs.peek()) ? 'position.stale' : 'position.fresh', { time }),
  ]
  label.append(...lines.map((text, index) => Object.assign(document.createElement(index === 0 ? 'strong' : 'div'), { textContent: text })))
  return label
}
