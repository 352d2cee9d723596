import type { RouteOption } from '@lading/shared/contract/network'
import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { loadCoarseLand } from '../../data/map/land.ts'
import { t } from '../../i18n/t.ts'
import { createMap } from '../../map/create-map.ts'
import { addLandLayer } from '../../map/land/layer.ts'
import { addTilesLayer } from '../../map/layers/tiles.ts'
import { addWaysLayer, boundsOfWays } from '../../map/layers/ways.ts'
import { type DrawnWay, drawnWay } from '../../state/map/drawn-way.ts'
import { Arrow } from '../parts/arrow.tsx'
import { WaySample } from './way-sample.tsx'

type Props = { routes: readonly RouteOption[]; nameOf: (index: number) => string }

/** The ways that were found, drawn side by side; what is drawn is said beneath it, and in the cards. */
export const WaysMap = ({ routes, nameOf }: Props) => {
  const container = useRef<HTMLDivElement>(null)
  const drawn = routes.map((route, index) => drawnWay(route, nameOf(index), index))
  useEffect(() => (container.current ? showWays(container.current, drawn) : undefined), [routes])
  return (
    <figure class="ways-map">
      <div class="ways-map-frame" ref={container} />
      <figcaption>
        <ul class="ways-legend" aria-label={t('network.map-legend')}>
          {drawn.map(({ name, look }, index) => (
            <li key={name}>
              <WaySample look={look} />
              {name}{' '}
              <small>
                {routes[index]?.legs.map(({ mode }, at) => (
                  <>
                    {at > 0 && <Arrow />}
                    {t(`mode.${mode}`)}
                  </>
                ))}
              </small>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** Draws them on a map of their own. Returns how to take it away. */
const showWays = (container: HTMLElement, drawn: readonly DrawnWay[]) => {
  const map = createMap(container, {
    label: t('network.map'),
    credit: t('map.land-credit'),
    zoomIn: t('map.zoom-in'),
    zoomOut: t('map.zoom-out'),
  })
  // The page beneath it is scrolled by the wheel.
  map.scrollWheelZoom.disable()
  void loadCoarseLand()
  const stops = [addLandLayer, addTilesLayer, addWaysLayer(signal(drawn))].map((add) => add(map))
  const bounds = boundsOfWays(drawn)
  if (bounds) map.fitBounds(bounds, { padding: [24, 24], animate: false, maxZoom: 9 })
  const observer = new ResizeObserver(() => map.invalidateSize({ pan: false }))
  observer.observe(container)
  return () => {
    observer.disconnect()
    for (const stop of stops.reverse()) stop()
    // Leaflet ends a zoom by a timer that it does not clear, and which finds no map then.
    Object.assign(map, { _animatingZoom: false })
    map.remove()
  }
}
