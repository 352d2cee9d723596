import type { Cluster } from '@lading/shared/contract/map'
import { effect } from '@preact/signals'
import L from 'leaflet'
import { locale, t } from '../i18n/t.ts'
import { clusters } from '../state/clusters.ts'
import { mercator } from './mercator.ts'

type Drawn = { marker: L.Marker; says: string }

/** Shipments the server summed up, as counted discs; opening one goes closer. A disc that says the same stays as it is. */
export const addClustersLayer = (map: L.Map) => {
  const group = L.layerGroup().addTo(map)
  let drawn = new Map<string, Drawn>()
  const stop = effect(() => {
    const before = drawn
    drawn = new Map()
    for (const cluster of clusters.value) {
      const key = cellOf(cluster, map.getZoom())
      drawn.set(key, shown(map, group, before.get(key), cluster))
      before.delete(key)
    }
    for (const { marker } of before.values()) marker.remove()
  })
  return () => {
    stop()
    group.remove()
  }
}

// The server sums up by tiles of 64 pixels, and the middle of a cluster lies in its tile.
const cellOf = ({ lat, lon }: Cluster, zoom: number) => {
  const { x, y } = mercator(lat, lon)
  const tiles = 4 * 2 ** Math.round(zoom)
  return `${Math.floor(x * tiles)} ${Math.floor(y * tiles)}`
}

const shown = (map: L.Map, group: L.LayerGroup, before: Drawn | undefined, { lat, lon, count, openAlerts }: Cluster): Drawn => {
  const says = `${count} ${openAlerts > 0}`
  if (before) {
    before.marker.setLatLng([lat, lon])
    if (before.says === says) return before
    before.marker.remove()
  }
  // The area grows with the count, within what can be hit and does not cover a continent.
  const size = Math.round(Math.min(64, Math.max(28, 8 * Math.sqrt(Math.log2(count) * 3))))
  const className = openAlerts > 0 ? 'cluster cluster-alert' : 'cluster'
  const icon = L.divIcon({ className, html: short.format(count), iconSize: [size, size] })
  const marker = L.marker([lat, lon], { icon, title: t('map.cluster', { count }), alt: t('map.cluster', { count }) })
  marker.on('click', () => map.setView(marker.getLatLng(), Math.min(map.getMaxZoom(), map.getZoom() + 2)))
  return { marker: marker.addTo(group), says }
}

const short = new Intl.NumberFormat(locale, { notation: 'compact' })
