import { shipmentStates } from '@lading/shared/domain/shipment-state'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { IconName } from '../../icons/paths.ts'
import { selectedId } from '../../state/address/live-map.ts'
import { clusters } from '../../state/map/clusters.ts'
import { followed, isFollowing, toggleFollowing } from '../../state/map/following.ts'
import { positions } from '../../state/map/positions.ts'
import { wish } from '../../state/map/viewport.ts'
import { connection } from '../../state/server/connection.ts'
import { openWallboard } from '../../state/wallboard.ts'
import { StateLabel } from '../parts/labels.tsx'
import { LayersMenu } from './layers-menu.tsx'

/** What stands on the map: buttons that bring things into view, and what its signs mean. */
export const MapTools = () => (
  <>
    <div class="map-tools">
      <Tool name="fit-all" label={t('map.fit-all')} onUse={() => wish('all')} />
      {selectedId.value && <Tool name="fit-selected" label={t('map.fit-selected')} onUse={() => wish('selected')} />}
      {followed.value && <Tool name="follow" label={t('map.follow')} isOn={isFollowing.value} onUse={toggleFollowing} />}
      <LayersMenu />
      <Tool name="wallboard" label={t('wallboard.open')} onUse={openWallboard} />
    </div>
    {connection.value.status === 'live' && positions.value.size === 0 && clusters.value.length === 0 && (
      <p class="map-note" role="status">
        {t('map.no-positions')}
      </p>
    )}
    <details class="legend">
      <summary class="button button-small">{t('map.legend')}</summary>
      <ul class="legend-list">
        {shipmentStates.map((state) => (
          <li key={state}>
            <StateLabel state={state} />
          </li>
        ))}
        <Sign name="legend-stale" text={t('map.legend-stale')} />
        <Sign name="legend-alert" text={t('map.legend-alert')} />
        <Sign name="legend-planned" text={t('map.legend-planned')} />
        <Sign name="legend-travelled" text={t('map.legend-travelled')} />
        <Sign name="legend-geofence" text={t('layers.geofences')} />
        <Sign name="legend-hazard" text={t('map.legend-hazard')} />
      </ul>
    </details>
  </>
)

const Tool = ({ name, label, isOn, onUse }: { name: IconName; label: string; isOn?: boolean; onUse: () => void }) => (
  <button type="button" class="button button-icon map-tool" aria-label={label} aria-pressed={isOn} data-exact={label} onClick={onUse}>
    <Icon name={name} />
  </button>
)

const Sign = ({ name, text }: { name: string; text: string }) => (
  <li class="label">
    <span class={`legend-sign ${name}`} aria-hidden="true" />
    <span class="label-text">{text}</span>
  </li>
)
