import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { Hatches } from '../../map/layers/hatches.tsx'
import { showMap } from '../../map/show-map.ts'
import { areaPanel } from '../../state/map/areas.ts'
import { isReplaying } from '../../state/replay/replay.ts'
import { later } from '../parts/later.tsx'
import { MapTools } from './tools.tsx'

const AreasPanel = later(async () => (await import('../areas/areas-panel.tsx')).AreasPanel)
const ReplayBar = later(async () => (await import('../replay/replay-bar.tsx')).ReplayBar)

const texts = () => ({
  label: t('map.label'),
  credit: t('map.land-credit'),
  zoomIn: t('map.zoom-in'),
  zoomOut: t('map.zoom-out'),
})

/** The map stands apart from the component tree. */
export const MapPane = () => {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => (container.current ? showMap(container.current, texts()) : undefined), [])
  return (
    <div class="map-pane">
      <div class="map-frame">
        <Hatches />
        <div class="map" ref={container} />
        <MapTools />
        {areaPanel.value && <AreasPanel />}
      </div>
      {isReplaying.value && <ReplayBar />}
    </div>
  )
}
