import { effect } from '@preact/signals'
import L from 'leaflet'
import { iconPaths } from '../../icons/paths.ts'
import { areaPanel, currentHazards, pointedArea } from '../../state/map/areas.ts'
import { shownLayers } from '../../state/map/layers.ts'
import { addAreasPane, areaMiddle, areaPath } from '../areas/area-path.ts'
import { svgIcon } from '../markers/svg-icon.ts'

/** Hazards that are there or announced: hatched by how severe they are, with the sign of their kind in the middle. */
export const addHazardsLayer = (map: L.Map) => {
  addAreasPane(map)
  const group = L.layerGroup().addTo(map)
  const stop = effect(() => {
    group.clearLayers()
    if (!shownLayers.value.hazards) return
    for (const hazard of currentHazards.value) {
      const { id, area, kind, severity, isAnnounced } = hazard
      if (id === areaPanel.value?.form?.id) continue
      const state = `${isAnnounced ? ' hazard-announced' : ''}${id === pointedArea.value ? ' area-pointed' : ''}`
      group.addLayer(areaPath(area, { className: `hazard hazard-${severity}${state}`, fillColor: `url(#hatch-${severity})` }))
      const [lon, lat] = areaMiddle(area)
      for (const shift of [-360, 0, 360]) {
        const icon = L.divIcon({
          className: `hazard-sign hazard-sign-${severity}`,
          html: svgIcon(iconPaths[`hazard-${kind}`]) as unknown as HTMLElement,
          iconSize: [24, 24],
        })
        group.addLayer(L.marker([lat, lon + shift], { icon, pane: 'areas', interactive: false, keyboard: false }))
      }
    }
  })
  return () => {
    stop()
    group.remove()
  }
}
