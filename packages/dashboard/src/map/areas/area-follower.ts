import { areaOutline } from '@lading/shared/geo/area/outline'
import type { LonLat } from '@lading/shared/geo/point'
import { effect } from '@preact/signals'
import L from 'leaflet'
import { areaWish, mapMiddle } from '../../state/map/area-wish.ts'
import { sceneWish } from '../../state/map/scene-wish.ts'
import { prefersStill } from '../create-map.ts'
import { unwrap } from '../unwrap.ts'

/** Brings areas and regions into view that somebody asks for, and says where the middle of the map is. */
export const followAreaWishes = (map: L.Map) => {
  const report = () => {
    const { lng, lat } = map.getCenter()
    mapMiddle.value = [lng, lat]
  }
  map.on('moveend', report)
  report()
  const stop = effect(() => {
    if (!areaWish.value) return
    const bounds = L.latLngBounds(areaOutline(areaWish.value.area).map(([lon, lat]) => [lat, lon]))
    // The panel covers the left, or on a phone the lower part.
    const { x, y } = map.getSize()
    const isWide = x > 600
    map.fitBounds(bounds, {
      paddingTopLeft: [isWide ? 360 : 24, 40],
      paddingBottomRight: [80, isWide ? 40 : 0.6 * y],
      maxZoom: 12,
      animate: !prefersStill(),
    })
  })
  const stopScenes = effect(() => {
    const points = sceneWish.value?.points
    if (!points || points.length === 0) return
    const line = unwrap(points.map(({ lon, lat }): LonLat => [lon, lat]))
    const bounds = L.latLngBounds(line.map(([lon, lat]) => [lat, lon]))
    map.fitBounds(bounds, { padding: [120, 120], maxZoom: 7, animate: !prefersStill() })
  })
  return () => {
    stop()
    stopScenes()
    map.off('moveend', report)
  }
}
