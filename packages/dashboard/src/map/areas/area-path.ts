import type { Area } from '@lading/shared/domain/area'
import { areaOutline } from '@lading/shared/geo/area/outline'
import type { LonLat } from '@lading/shared/geo/point'
import L from 'leaflet'
import { onEveryWorld, unwrap } from '../unwrap.ts'

/** Areas lie above land and tiles and beneath routes and shipments. */
export const areasPane = 'areas'

export const addAreasPane = (map: L.Map) => {
  const pane = map.getPane(areasPane) ?? map.createPane(areasPane)
  pane.style.zIndex = '350'
  pane.style.pointerEvents = 'none'
}

/** An area on the world in the middle and on those beside it. */
export const areaPath = (area: Area, options: L.PolylineOptions) =>
  L.polygon(
    onEveryWorld(areaOutline(area)).map((ring) => [ring]),
    { pane: areasPane, interactive: false, fillRule: 'nonzero', ...options },
  )

/** Where to say what an area is. */
export const areaMiddle = (area: Area): LonLat => {
  if (area.shape === 'circle') return area.centre
  if (area.shape === 'corridor') return area.line[Math.floor(area.line.length / 2)] as LonLat
  const ring = unwrap(area.ring)
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)]
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2]
}

/** How wide an area is on the map, in pixels. */
export const areaWidthPx = (map: L.Map, area: Area) => {
  const lons = areaOutline(area).map(([lon]) => lon)
  return ((Math.max(...lons) - Math.min(...lons)) / 360) * 256 * 2 ** map.getZoom()
}
