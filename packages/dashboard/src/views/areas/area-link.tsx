import type { Alert } from '@lading/shared/contract/alert'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { type AreaKind, geofences, hazards } from '../../state/map/areas.ts'
import { openAreas, showArea } from './areas.ts'

/** From an alert to the area that it is about; nothing where it is about none, or one that is gone. */
export const AreaLink = ({ alert: { facts } }: { alert: Alert }) => {
  const fence = geofences.value.find(({ id }) => id === facts.geofenceId)
  const hazard = hazards.value.find(({ id }) => id === facts.hazardId)
  const found = fence ?? hazard
  if (!found) return null
  const kind: AreaKind = fence ? 'geofences' : 'hazards'
  return (
    <div class="alert-actions">
      <button
        type="button"
        class="button button-small"
        onClick={() => {
          openAreas(kind)
          showArea(found.id, found.area)
        }}
      >
        <Icon name="map" />
        {t('areas.show', { name: fence?.name ?? hazard?.title ?? '' })}
      </button>
    </div>
  )
}
