import L from 'leaflet'
import { formatSince } from '../format/relative.ts'
import { t } from '../i18n/t.ts'
import { nowMs } from '../state/clock.ts'
import { draft } from '../state/map/area-draft.ts'
import { areaPanel, currentHazards, geofences, pointedArea } from '../state/map/areas.ts'
import { isStale, positions } from '../state/map/positions.ts'
import { select } from '../state/shipment/select.ts'
import { shipments } from '../state/shipment/shipments.ts'
import { areaAt, type FoundArea } from './areas/area-at.ts'
import { prefersStill } from './create-map.ts'
import { type Disc, discs } from './markers/cluster-discs.ts'
import { type Marker, markers } from './markers/markers.ts'
import { pick } from './markers/pick.ts'
import { worldSize } from './mercator.ts'

/** Pointing at a marker says what it is; clicking selects it. A disc of many opens by going closer. */
export const followPointer = (map: L.Map) => {
  const tooltip = L.tooltip({ className: 'marker-label', direction: 'top', offset: [0, -12] })
  let hovered: string | undefined

  const at = ({ layerPoint, containerPoint }: L.LeafletMouseEvent) => {
    const corner = map.getPixelOrigin().add(layerPoint).subtract(containerPoint)
    const view = { left: corner.x, top: corner.y, size: worldSize(map.getZoom()) }
    return pick(discs.peek(), view, containerPoint) ?? pick(markers.peek(), view, containerPoint)
  }
  const leave = () => {
    hovered = undefined
    tooltip.remove()
    map.getContainer().classList.remove('map-on-marker')
  }
  const handlers: L.LeafletEventHandlerFnMap = {
    click: (event: L.LeafletMouseEvent) => {
      if (draft.peek()) return
      const marker = at(event)
      if (marker && 'cluster' in marker) return goCloser(map, marker)
      if (marker) return select(marker.id, 'map')
      const area = areaOf(event)
      if (area) areaPanel.value = { kind: area.kind }
      pointedArea.value = area?.id
    },
    mousemove: (event: L.LeafletMouseEvent) => {
      if (draft.peek()) return leave()
      const marker = at(event)
      const area = marker ? undefined : areaOf(event)
      const found = marker ?? area
      if (!found) return leave()
      if (found.id === hovered) return
      hovered = found.id
      map.getContainer().classList.add('map-on-marker')
      const content = marker ? labelOf(marker) : area ? areaLabel(area) : ''
      tooltip.setContent(content).setLatLng(event.latlng).openOn(map)
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

const areaOf = ({ latlng: { lat, lng: lon } }: L.LeafletMouseEvent) => areaAt({ lat, lon })

const areaLabel = ({ kind, id }: FoundArea) => {
  const fence = kind === 'geofences' ? geofences.peek().find((each) => each.id === id) : undefined
  const hazard = kind === 'hazards' ? currentHazards.peek().find((each) => each.id === id) : undefined
  if (fence) return labelled([fence.name, t('areas.inside', { count: fence.inside })])
  return hazard ? labelled([hazard.title, `${t(`hazard-kind.${hazard.kind}`)} · ${t(`severity.${hazard.severity}`)}`]) : labelled([])
}

const goCloser = (map: L.Map, { cluster: { lat, lon } }: Disc) =>
  map.setView([lat, lon], Math.min(map.getMaxZoom(), map.getZoom() + 2), { animate: !prefersStill() })

const labelOf = (marker: Marker | Disc) => {
  if ('cluster' in marker) return labelled([t('map.cluster', { count: marker.cluster.count })])
  const { id } = marker
  const shipment = shipments.peek().get(id)
  const position = positions.peek().get(id)
  if (!shipment || !position) return labelled([])
  const time = formatSince(Date.parse(position.recordedAt), nowMs.peek())
  return labelled([
    shipment.trackingNumber,
    `${t(`state.${shipment.state}`)} · ${shipment.origin.name} – ${shipment.destination.name}`,
    t(isStale(position, shipment.state, nowMs.peek()) ? 'position.stale' : 'position.fresh', { time }),
  ])
}

/** The first line is what it is. */
const labelled = (lines: string[]) => {
  const label = document.createElement('div')
  label.append(...lines.map((text, index) => Object.assign(document.createElement(index === 0 ? 'strong' : 'div'), { textContent: text })))
  return label
}
