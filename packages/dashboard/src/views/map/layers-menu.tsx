import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { IconName } from '../../icons/paths.ts'
import { areaKinds } from '../../state/map/areas.ts'
import { type MapLayer, mapLayers, showLayer, shownLayers } from '../../state/map/layers.ts'
import { openAreas } from '../areas/areas.ts'
import { Disclosure } from '../parts/disclosure.tsx'

const icons: Record<MapLayer, IconName> = { geofences: 'geofence', hazards: 'hazard', warehouses: 'stock', night: 'night' }

/** What the map shows besides shipments, and the way to what people draw on it. */
export const LayersMenu = () => (
  <Disclosure
    class="layers"
    label={t('layers.title')}
    summary={
      <span class="layers-sign" data-exact={t('layers.title')}>
        <Icon name="layers" />
      </span>
    }
  >
    {(close) => (
      <>
        {mapLayers.map((layer) => (
          <label key={layer} class="check">
            <input
              type="checkbox"
              checked={shownLayers.value[layer]}
              onChange={({ currentTarget }) => showLayer(layer, currentTarget.checked)}
            />
            <Icon name={icons[layer]} />
            <span>{t(`layers.${layer}`)}</span>
          </label>
        ))}
        <hr />
        {areaKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class="button button-quiet layers-open"
            onClick={() => {
              close()
              openAreas(kind)
            }}
          >
            {t(`layers.open-${kind}`)}
          </button>
        ))}
      </>
    )}
  </Disclosure>
)
