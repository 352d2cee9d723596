import type { Geofence } from '@lading/shared/contract/geofence'
import { useEffect, useRef } from 'preact/hooks'
import { formatSpan } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { geofences, pointedArea } from '../../state/map/areas.ts'
import { mayAct } from '../../state/people.ts'
import { showArea, startForm } from './areas.ts'
import { FileButtons } from './file-buttons.tsx'

const hourMs = 3_600_000

/** Geofences by name, with what they watch for and how many are within. */
export const GeofenceList = () => (
  <>
    <ul class="areas-list">
      {geofences.value.map((fence) => (
        <Row key={fence.id} fence={fence} />
      ))}
    </ul>
    {geofences.value.length === 0 && <p class="areas-note">{t('areas.geofences-none')}</p>}
    <FileButtons kind="geofences" />
  </>
)

const Row = ({ fence }: { fence: Geofence }) => {
  const { id, name, colour, area, alerts, inside } = fence
  const row = useRef<HTMLLIElement>(null)
  const isPointed = pointedArea.value === id
  useEffect(() => {
    if (isPointed) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isPointed])
  const watches = [
    alerts.entered && t('areas.alert-entered-short'),
    alerts.left && t('areas.alert-left-short'),
    alerts.dwellHours !== null && t('areas.alert-dwell-short', { span: formatSpan(alerts.dwellHours * hourMs) }),
  ].filter((text) => text !== false)
  return (
    <li class={isPointed ? 'areas-row areas-row-pointed' : 'areas-row'} ref={row}>
      <button type="button" class="areas-open" onClick={() => showArea(id, area)}>
        <span class={`swatch area-${colour}`}>
          <Icon name={`shape-${area.shape}`} />
        </span>
        <span class="areas-text">
          <strong>{name}</strong>
          <small>{[t('areas.inside', { count: inside }), ...watches].join(' · ')}</small>
        </span>
      </button>
      {mayAct.value && <EditButton name={name} onUse={() => startForm('geofences', fence)} />}
    </li>
  )
}

export const EditButton = ({ name, onUse }: { name: string; onUse: () => void }) => (
  <button
    type="button"
    class="button button-quiet button-icon"
    aria-label={t('areas.edit', { name })}
    data-exact={t('areas.edit', { name })}
    onClick={onUse}
  >
    <Icon name="edit" />
  </button>
)
