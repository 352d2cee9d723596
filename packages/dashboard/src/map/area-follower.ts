import { areaOutline } from '@lading/shared/geo/area/outline'
import { effect } from '@preact/signals'
import L from 'leaflet'
import { areaWish, mapMiddle } from '../state/area-wish.ts'

/** Brings areas into view that somebody asks for, and says where the middle of the map is. */
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
    // What stands beside the map covers some of it.
    const covered = map.getSize().x > 900 ? 360 : 24
    map.fitBounds(bounds, {
      paddingTopLeft: [covered, 40],
      paddingBottomRight: [80, map.getSize().x > 900 ? 40 : map.getSize().y / 2],
      maxZoom: 12,
    })
  })
  return () => {
    stop()
    map.off('moveend', report)
  }
}
