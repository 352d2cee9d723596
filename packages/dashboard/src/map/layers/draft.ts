import { distanceKm } from '@lading/shared/geo/distance'
import { pointAt } from '@lading/shared/geo/great-circle'
import { type LonLat, toPoint } from '@lading/shared/geo/point'
import { effect } from '@preact/signals'
import L from 'leaflet'
import { t } from '../../i18n/t.ts'
import { type Draft, draft, drawnArea, withMoved, withoutPoint, withPoint } from '../../state/map/area-draft.ts'
import { addAreasPane, areaPath } from '../areas/area-path.ts'
import { createHandles } from '../areas/handles.ts'
import { unwrap } from '../unwrap.ts'

/** More points than that are changed in the form only. */
const handlesMost = 200
const keyStepPx = 10

const change = (to: (drawn: Draft) => Draft) => {
  if (draft.peek()) draft.value = to(draft.peek() as Draft)
}

/**
 * The area that is being drawn. Clicking sets a point; handles move points, and the smaller ones between them make new ones. Handles
 * take the focus: arrows move them, Delete takes a point away. The form beside the map has the same points as numbers.
 */
export const addDraftLayer = (map: L.Map) => {
  addAreasPane(map)
  const shape = L.layerGroup().addTo(map)
  const points = createHandles(map, {
    className: 'handle',
    label: (place) => t('areas.point', { number: place + 1 }),
    onMove: (place, to) => change((drawn) => withMoved(drawn, place, to)),
    onRemove: (place) => change((drawn) => withoutPoint(drawn, place)),
    stepPx: keyStepPx,
  })
  const between = createHandles(map, {
    className: 'handle handle-between',
    label: (place) => t('areas.point-between', { number: place + 1, next: place + 2 }),
    onRelease: (place, at) => change((drawn) => withPoint(drawn, at, place + 1)),
    stepPx: keyStepPx,
  })
  const edge = createHandles(map, {
    className: 'handle handle-edge',
    label: () => t('areas.radius'),
    onMove: (_, [lon, lat]) =>
      change((drawn) => {
        const [centre] = drawn.points
        return centre ? { ...drawn, sizeM: roundedM(1000 * distanceKm(toPoint(centre), { lat, lon })) } : drawn
      }),
    stepPx: keyStepPx,
  })
  const onClick = ({ latlng }: L.LeafletMouseEvent) => change((drawn) => withPoint(drawn, [latlng.lng, latlng.lat]))

  const stop = effect(() => {
    const drawn = draft.value
    shape.clearLayers()
    map.getContainer().classList.toggle('map-drawing', drawn !== undefined)
    // Two points set quickly are no wish to come closer.
    map.doubleClickZoom[drawn ? 'disable' : 'enable']()
    const spots = drawn ? onThisWorld(map, drawn.points) : []
    const isShort = drawn !== undefined && drawn.shape !== 'circle' && drawn.points.length < 2
    if (drawnArea.value && !isShort) {
      const { area, problems } = drawnArea.value
      shape.addLayer(areaPath(area, { className: problems.length > 0 ? 'area area-draft area-wrong' : 'area area-draft' }))
      for (const { at } of problems)
        if (at) shape.addLayer(L.circleMarker([at[1], at[0]], { radius: 9, className: 'area-crossing', interactive: false }))
    }
    const some = spots.length <= handlesMost ? spots : []
    points.show(some)
    between.show(drawn && drawn.shape !== 'circle' ? middles(some, drawn.shape === 'polygon') : [])
    edge.show(drawn?.shape === 'circle' && some[0] ? [edgeOf(some[0], drawn.sizeM)] : [])
  })
  map.on('click', onClick)
  return () => {
    map.off('click', onClick)
    stop()
    shape.remove()
    for (const handles of [points, between, edge]) handles.show([])
  }
}

/** To two figures or so: nobody drags to the metre. */
const roundedM = (metres: number) => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, metres))) - 2)
  return Math.min(3_000_000, Math.max(10, Math.round(metres / step) * step))
}

/** On the copy of the world that is in view. */
const onThisWorld = (map: L.Map, points: readonly LonLat[]): LonLat[] => {
  const line = unwrap(points)
  const turns = line[0] ? Math.round((map.getCenter().lng - line[0][0]) / 360) : 0
  return line.map(([lon, lat]) => [lon + 360 * turns, lat])
}

const middles = (line: LonLat[], closed: boolean): LonLat[] =>
  line.length < 2
    ? []
    : (closed && line.length > 2 ? line : line.slice(0, -1)).map((point, index) => {
        const next = line[(index + 1) % line.length] as LonLat
        return [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2]
      })

const edgeOf = (centre: LonLat, radiusM: number): LonLat => {
  const { lat, lon } = pointAt(toPoint(centre), 90, radiusM / 1000)
  return [lon + 360 * Math.round((centre[0] - lon) / 360), lat]
}
