import type { LonLat } from '@lading/shared/geo/point'
import L from 'leaflet'

type Options = {
  className: string
  label: (place: number) => string
  /** While it is dragged, and with every key. */
  onMove?: (place: number, to: LonLat) => void
  /** When it was let go, or pressed; what it moved stands where it was again. */
  onRelease?: (place: number, at: LonLat) => void
  onRemove?: (place: number) => void
  stepPx: number
}

const directions: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Points on the map that are moved by pointer and by keyboard. A handle stays the same element while it stands for the same place in the
 * line, so that it keeps the focus and the pointer.
 */
export const createHandles = (map: L.Map, { className, label, onMove, onRelease, onRemove, stepPx }: Options) => {
  const handles: L.Marker[] = []

  const at = (marker: L.Marker): LonLat => [marker.getLatLng().lng, marker.getLatLng().lat]

  const create = (place: number, [lon, lat]: LonLat) => {
    const icon = L.divIcon({ className, iconSize: [24, 24] })
    const marker = L.marker([lat, lon], { icon, draggable: true, autoPan: true, zIndexOffset: className === 'handle' ? 200 : 100 }).addTo(
      map,
    )
    const element = marker.getElement() as HTMLElement
    element.setAttribute('aria-label', label(place))
    element.title = label(place)
    marker.on('drag', () => onMove?.(place, at(marker)))
    marker.on('dragend click', () => onRelease?.(place, at(marker)))
    element.addEventListener('keydown', (event) => {
      const direction = directions[event.key]
      if (direction && onMove) {
        const [x, y] = direction.map((way) => way * (event.shiftKey ? 1 : stepPx)) as [number, number]
        const { lng, lat: to } = map.containerPointToLatLng(map.latLngToContainerPoint(marker.getLatLng()).add([x, y]))
        onMove(place, [lng, to])
      } else if (onRelease && (event.key === 'Enter' || event.key === ' ')) onRelease(place, at(marker))
      else if (onRemove && (event.key === 'Delete' || event.key === 'Backspace')) onRemove(place)
      else return
      event.preventDefault()
      event.stopPropagation()
    })
    return marker
  }

  return {
    show: (spots: readonly LonLat[]) => {
      for (const [place, [lon, lat]] of spots.entries()) {
        const known = handles[place]
        if (!known) handles[place] = create(place, [lon, lat])
        else known.setLatLng([lat, lon])
      }
      for (const marker of handles.splice(spots.length)) marker.remove()
    },
  }
}
