import { computed, effect } from '@preact/signals'
import L from 'leaflet'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { chooseMoment, pointedMs } from '../../state/replay/moment.ts'
import { placeAt } from '../../state/replay/timed-track.ts'
import { detailTrack } from '../../state/shipment/detail.ts'
import { markers } from '../markers/markers.ts'
import { pick } from '../markers/pick.ts'
import { worldSize } from '../mercator.ts'
import { spotsOf, timeNear } from '../nearest-on-track.ts'

// Half of the 24 px that a target has at the least.
const reachPx = 12

const spots = computed(() => (detailTrack.value ? spotsOf(detailTrack.value) : []))

/** Where the selected shipment was at the instant that somebody points at; pointing at its track points at when it was there. */
export const addMomentLayer = (map: L.Map) => {
  const marker = L.circleMarker([0, 0], { radius: 7, className: 'moment', interactive: false })
  const label = L.tooltip({ permanent: true, direction: 'top', offset: [0, -8], className: 'moment-label' })
  let byTrack = false

  const stopPlace = effect(() => {
    const ms = pointedMs.value
    const place = ms === undefined || !detailTrack.value ? undefined : placeAt(detailTrack.value, ms)
    if (ms === undefined || !place) {
      marker.remove()
      label.remove()
      return
    }
    // On the world that is in the middle of the map.
    const lon = place.lon + 360 * Math.round((map.getCenter().lng - place.lon) / 360)
    marker.setLatLng([place.lat, lon]).addTo(map)
    marker.getElement()?.classList.toggle('moment-unsure', !place.sure)
    label.setLatLng([place.lat, lon]).setContent(formatDateTime(ms, viewerZone)).addTo(map)
  })

  const timeAt = ({ layerPoint, containerPoint }: L.LeafletMouseEvent) => {
    if (!detailTrack.value) return undefined
    const { x: left, y: top } = map.getPixelOrigin().add(layerPoint).subtract(containerPoint)
    const view = { left, top, size: worldSize(map.getZoom()) }
    // What is there now says what it is.
    if (pick(markers.peek(), view, containerPoint)) return undefined
    return timeNear(spots.value, detailTrack.value, view, containerPoint, reachPx)
  }
  const leave = () => {
    if (byTrack) pointedMs.value = undefined
    byTrack = false
  }
  const pointAt = (event: L.LeafletMouseEvent) => {
    const ms = timeAt(event)
    if (ms === undefined) return leave()
    byTrack = true
    pointedMs.value = ms
  }
  const handlers: L.LeafletEventHandlerFnMap = {
    mousemove: pointAt,
    mouseout: leave,
    // A finger does not hover: a tap points, and a tap elsewhere ends it.
    click: (event: L.LeafletMouseEvent) => {
      pointAt(event)
      if (byTrack && pointedMs.value !== undefined) chooseMoment(pointedMs.value)
    },
  }
  map.on(handlers)
  return () => {
    stopPlace()
    map.off(handlers)
    marker.remove()
    label.remove()
  }
}
