import { effect } from '@preact/signals'
import type L from 'leaflet'
import { followed, isFollowing } from '../state/map/following.ts'
import { mapWish } from '../state/map/viewport.ts'
import { isPlaying } from '../state/replay/replay.ts'

const panKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']

/** Moves the map along with what it follows, until somebody moves the map or wishes to see something else. */
export const keepInMiddle = (map: L.Map) => {
  const centre = () => {
    const place = isFollowing.value ? followed.value : undefined
    if (!place) return
    const middle = map.getCenter()
    const lng = place.lon + 360 * Math.round((middle.lng - place.lon) / 360)
    const animate = !isPlaying.peek() && !matchMedia('(prefers-reduced-motion: reduce)').matches
    map.panTo([place.lat, lng], { animate, duration: 0.2 })
  }
  const letGo = () => {
    isFollowing.value = false
  }
  const onKey = ({ key }: KeyboardEvent) => {
    if (panKeys.includes(key)) letGo()
  }
  const wished = mapWish.peek()
  const stops = [
    effect(centre),
    effect(() => {
      if (mapWish.value !== wished) letGo()
    }),
    effect(() => {
      if (!followed.value) letGo()
    }),
  ]
  const container = map.getContainer()
  map.on({ dragstart: letGo, zoomend: centre })
  container.addEventListener('keydown', onKey)
  return () => {
    for (const stop of stops) stop()
    map.off({ dragstart: letGo, zoomend: centre })
    container.removeEventListener('keydown', onKey)
  }
}
