import { effect } from '@preact/signals'
import L from 'leaflet'
import { locale, t } from '../i18n/t.ts'
import { clusters } from '../state/clusters.ts'

/** Shipments the server summed up, as counted discs; opening one goes closer. */
export const addClustersLayer = (map: L.Map) => {
  const group = L.layerGroup().addTo(map)
  const stop = effect(() => {
    group.clearLayers()
    for (const { lat, lon, count, openAlerts } of clusters.value) {
      // The area grows with the count, within what can be hit and does not cover a continent.
      const size = Math.round(Math.min(64, Math.max(28, 8 * Math.sqrt(Math.log2(count) * 3))))
      const className = openAlerts > 0 ? 'cluster cluster-alert' : 'cluster'
      const icon = L.divIcon({ className, html: short.format(count), iconSize: [size, size] })
      L.marker([lat, lon], { icon, title: t('map.cluster', { count }), alt: t('map.cluster', { count }) })
        .on('click', () => map.setView([lat, lon], Math.min(map.getMaxZoom(), map.getZoom() + 2)))
        .addTo(group)
    }
  })
  return () => {
    stop()
    group.remove()
  }
}

const short = new Intl.NumberFormat(locale, { notation: 'compact' })
