import { effect, type ReadonlySignal } from '@preact/signals'
import L from 'leaflet'
import type { DrawnWay } from '../../state/map/drawn-way.ts'
import { onEveryWorld, unwrap } from '../unwrap.ts'

/** Ways side by side, each by its look: the first above the others, beneath all a halo that sets them off the ground. */
export const addWaysLayer = (ways: ReadonlySignal<readonly DrawnWay[]>) => (map: L.Map) => {
  const group = L.layerGroup().addTo(map)
  const stop = effect(() => {
    group.clearLayers()
    for (const { line, look, name } of ways.value.toReversed()) {
      const lines = onEveryWorld(unwrap(line))
      L.polyline(lines, { className: 'route-casing', interactive: false }).addTo(group)
      L.polyline(lines, { className: `way way-${look}` })
        .bindTooltip(name, { sticky: true })
        .addTo(group)
    }
  })
  return () => {
    stop()
    group.remove()
  }
}

/** Where all of them are in view; nothing where there are none. */
export const boundsOfWays = (ways: readonly DrawnWay[]) => {
  const [first, ...others] = ways.map(({ line }) => L.latLngBounds(unwrap(line).map(([lon, lat]) => [lat, lon])))
  return others.reduce<L.LatLngBounds | undefined>((all, each) => all?.extend(each), first)
}
