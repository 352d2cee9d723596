import { effect, signal } from '@preact/signals'
import L from 'leaflet'
import { t } from '../../i18n/t.ts'
import { iconPaths } from '../../icons/paths.ts'
import { goStock, nothingOpen } from '../../state/address/stock.ts'
import { shownLayers } from '../../state/map/layers.ts'
import { type WarehouseState, warehouseStates } from '../../state/map/warehouse-states.ts'
import { svgIcon } from '../markers/svg-icon.ts'

/** Farther out than this those where all is well would only hide the shipments. */
const wellFromZoom = 4.5

/** Warehouses above their place, with how many products are likely to run out there or have; each leads to its stock. */
export const addWarehousesLayer = (map: L.Map) => {
  map.createPane('warehouses').style.zIndex = '440'
  const group = L.layerGroup().addTo(map)
  const isNear = signal(map.getZoom() >= wellFromZoom)
  const measure = () => {
    isNear.value = map.getZoom() >= wellFromZoom
  }
  const stop = effect(() => {
    group.clearLayers()
    if (!shownLayers.value.warehouses) return
    for (const state of warehouseStates.value) if (isNear.value || state.atRisk > 0) group.addLayer(markerOf(state))
  })
  map.on('zoomend', measure)
  return () => {
    map.off('zoomend', measure)
    stop()
    group.remove()
  }
}

const markerOf = ({ code, name, lat, lon, atRisk, out }: WarehouseState) => {
  const label = t('map.warehouse', { name, count: atRisk, out })
  const kind = out > 0 ? 'out' : atRisk > 0 ? 'risk' : 'well'
  const icon = L.divIcon({
    className: `warehouse warehouse-${kind}`,
    html: faceOf(kind, atRisk, out),
    iconSize: [0, 0],
    iconAnchor: [0, 34],
  })
  const marker = L.marker([lat, lon], { icon, pane: 'warehouses', title: label, alt: label })
  marker.on('click', () => goStock({ ...nothingOpen, view: 'products', text: '', warehouse: code, need: atRisk > 0 ? 'short' : undefined }))
  marker.on('add', () => marker.getElement()?.setAttribute('aria-label', label))
  return marker
}

const faceOf = (kind: 'out' | 'risk' | 'well', atRisk: number, out: number) => {
  const face = document.createElement('span')
  face.className = 'warehouse-face'
  face.append(svgIcon(iconPaths.stock))
  const count = (className: string, path: string, value: number) => {
    const part = document.createElement('span')
    part.className = className
    part.append(svgIcon(path), String(value))
    face.append(part)
  }
  // What has run out is told apart from what may, and the first is no part of the second.
  if (atRisk - out > 0) count('warehouse-short', iconPaths['severity-warning'], atRisk - out)
  if (kind === 'out') count('warehouse-empty', iconPaths['severity-critical'], out)
  return face
}
