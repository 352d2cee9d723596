import { effect } from '@preact/signals'
import L from 'leaflet'
import { areaPanel, geofences, pointedArea } from '../../state/map/areas.ts'
import { shownLayers } from '../../state/map/layers.ts'
import { addAreasPane, areaMiddle, areaPath, areaWidthPx } from '../areas/area-path.ts'
import { textWidth } from '../markers/text-width.ts'

/** Geofences, each in its colour, with its name as soon as there is room for it. The one that is being changed is drawn by the draft. */
export const addGeofencesLayer = (map: L.Map) => {
  addAreasPane(map)
  const [paths, names] = [L.layerGroup().addTo(map), L.layerGroup().addTo(map)]
  const shown = () => (shownLayers.value.geofences ? geofences.value.filter(({ id }) => id !== areaPanel.value?.form?.id) : [])
  const label = () => {
    names.clearLayers()
    for (const { name, area } of shown()) {
      if (areaWidthPx(map, area) < textWidth(map, name)) continue
      const [lon, lat] = areaMiddle(area)
      for (const shift of [-360, 0, 360]) {
        const at = L.latLng(lat, lon + shift)
        if (map.getBounds().contains(at)) names.addLayer(nameAt(name, at))
      }
    }
  }
  const stop = effect(() => {
    paths.clearLayers()
    for (const { id, area, colour } of shown()) {
      const pointed = id === pointedArea.value ? ' area-pointed' : ''
      paths.addLayer(areaPath(area, { className: `area area-${colour}${pointed}` }))
    }
    label()
  })
  map.on('moveend resize', label)
  return () => {
    map.off('moveend resize', label)
    stop()
    paths.remove()
    names.remove()
  }
}

const nameAt = (name: string, at: L.LatLng) => {
  const text = document.createElement('span')
  text.textContent = name
  return L.tooltip({ permanent: true, direction: 'center', className: 'place-label area-label' }).setLatLng(at).setContent(text)
}
