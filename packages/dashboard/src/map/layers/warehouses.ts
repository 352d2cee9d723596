import { effect, signal } from '@preact/signals'
import L from 'leaflet'
import { t } from '../../i18n/t.ts'
import { iconPaths } from '../../icons/paths.ts'
import { goStock, nothingOpen } from '../../state/address/stock.ts'
import { shownLayers } from '../../state/map/layers.ts'
import { type WarehouseState, warehouseStates } from '../../state/map/warehouse-states.ts'
import { prefersStill } from '../create-map.ts'
import { discs } from '../markers/cluster-discs.ts'
import { svgIcon } from '../markers/svg-icon.ts'
import { type Badge, badgeHeight, sumOf, warehouseBadges } from '../markers/warehouse-badges.ts'
import { worldSize } from '../mercator.ts'

/** Farther out than this those where all is well would only hide the shipments. */
const wellFromZoom = 4.5

/**
 * Warehouses beside their place, with how many products are likely to run out there or have; each leads to its stock. Those that would cover
 * each other are one, which leads closer. What is summed up of shipments keeps its room.
 */
export const addWarehousesLayer = (map: L.Map) => {
  map.createPane('warehouses').style.zIndex = '440'
  // Above the shipments.
  map.createPane('warehouses-covering').style.zIndex = '460'
  const group = L.layerGroup().addTo(map)
  const zoom = signal(map.getZoom())
  const measure = () => {
    zoom.value = map.getZoom()
  }
  let shown = ''
  const stop = effect(() => {
    const badges = shownLayers.value.warehouses ? badgesAt(map, zoom.value) : []
    // Discs come anew all the time: a badge that stays as it was keeps the focus.
    const wanted = JSON.stringify(badges)
    if (wanted === shown) return
    shown = wanted
    group.clearLayers()
    for (const badge of badges) group.addLayer(markerOf(map, badge))
  })
  map.on('zoomend', measure)
  return () => {
    map.off('zoomend', measure)
    stop()
    group.remove()
  }
}

const badgesAt = (map: L.Map, zoom: number) =>
  warehouseBadges({
    states: warehouseStates.value.filter(({ atRisk }) => zoom >= wellFromZoom || atRisk > 0),
    at: ({ lat, lon }) => map.project([lat, lon], zoom),
    marks: discs.value.map(({ x, y, reachPx }) => {
      const [middleX, middleY] = [x * worldSize(zoom), y * worldSize(zoom)]
      return { left: middleX - reachPx, right: middleX + reachPx, top: middleY - reachPx, bottom: middleY + reachPx }
    }),
  })

const markerOf = (map: L.Map, { states, offset, covers }: Badge) => {
  const [{ lat, lon }] = states
  const { atRisk, out } = sumOf(states)
  const label = states.map((state) => t('map.warehouse', { name: state.name, count: state.atRisk, out: state.out })).join('\n')
  const kind = out > 0 ? 'out' : atRisk > 0 ? 'risk' : 'well'
  const icon = L.divIcon({
    className: `warehouse warehouse-${kind}`,
    html: faceOf(states.length, atRisk, out),
    iconSize: [0, 0],
    iconAnchor: [-offset.x, badgeHeight / 2 - offset.y],
  })
  const pane = covers ? 'warehouses-covering' : 'warehouses'
  const marker = L.marker([lat, lon], { icon, pane, title: label, alt: label })
  marker.on('click', () => (canPart(map, states) ? goCloser(map, states) : goToStock(states)))
  marker.on('add', () => marker.getElement()?.setAttribute('aria-label', label))
  return marker
}

const canPart = (map: L.Map, states: Badge['states']) => states.length > 1 && map.getZoom() < map.getMaxZoom()

const goCloser = (map: L.Map, states: Badge['states']) =>
  map.fitBounds(L.latLngBounds(states.map(({ lat, lon }) => [lat, lon])), { padding: [96, 96], animate: !prefersStill() })

const goToStock = ([{ code, atRisk }]: readonly [WarehouseState, ...WarehouseState[]]) =>
  goStock({ ...nothingOpen, view: 'products', text: '', warehouse: code, need: atRisk > 0 ? 'short' : undefined })

/** Figures are drawn by the style: the label says them in words, and a name has to hold whatever text its button shows. */
const faceOf = (places: number, atRisk: number, out: number) => {
  const face = document.createElement('span')
  face.className = 'warehouse-face'
  const count = (className: string, path: string, value: number | '') => {
    const part = document.createElement('span')
    part.className = className
    part.append(svgIcon(path))
    if (value !== '') part.dataset.count = String(value)
    face.append(part)
  }
  count('warehouse-places', iconPaths.stock, places > 1 ? places : '')
  // What has run out is told apart from what may, and the first is no part of the second.
  if (atRisk - out > 0) count('warehouse-short', iconPaths['severity-warning'], atRisk - out)
  if (out > 0) count('warehouse-empty', iconPaths['severity-critical'], out)
  return face
}
