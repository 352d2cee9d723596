import type { Hazard } from '@lading/shared/contract/hazard'
import { useEffect, useRef } from 'preact/hooks'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { hazardState, hazards, pointedArea } from '../../state/map/areas.ts'
import { mayAct } from '../../state/people.ts'
import { showArea, startForm } from './areas.ts'
import { FileButtons } from './file-buttons.tsx'
import { EditButton } from './geofence-list.tsx'

const local = (at: string) => formatDateTime(Date.parse(at), viewerZone)
const order = { active: 0, announced: 1, over: 2 }

/** What is there now first, then what is announced; what is over last. */
export const HazardList = () => {
  const sorted = hazards.value.toSorted((a, b) => order[hazardState(a)] - order[hazardState(b)])
  return (
    <>
      <ul class="areas-list">
        {sorted.map((hazard) => (
          <Row key={hazard.id} hazard={hazard} />
        ))}
      </ul>
      {sorted.length === 0 && <p class="areas-note">{t('areas.hazards-none')}</p>}
      <FileButtons kind="hazards" />
    </>
  )
}

const Row = ({ hazard }: { hazard: Hazard }) => {
  const { id, title, kind, severity, area, validFrom, validUntil, source, reference, note } = hazard
  const row = useRef<HTMLLIElement>(null)
  const isPointed = pointedArea.value === id
  useEffect(() => {
    if (isPointed) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isPointed])
  const state = hazardState(hazard)
  const when =
    state === 'announced'
      ? t('areas.hazard-from', { time: local(validFrom) })
      : validUntil === null
        ? t('areas.hazard-open')
        : t(state === 'over' ? 'areas.hazard-over' : 'areas.hazard-until', { time: local(validUntil) })
  return (
    <li class={isPointed ? 'areas-row areas-row-pointed' : 'areas-row'} ref={row}>
      <button type="button" class={state === 'over' ? 'areas-open areas-over' : 'areas-open'} onClick={() => showArea(id, area)}>
        <span class={`swatch severity-${severity}`}>
          <Icon name={`hazard-${kind}`} />
        </span>
        <span class="areas-text">
          <strong>{title}</strong>
          <small>{[t(`hazard-kind.${kind}`), t(`severity.${severity}`), when].join(' · ')}</small>
          {(source || note) && <small>{[source, note].filter(Boolean).join(': ')}</small>}
          {isPointed && reference && <small class="areas-reference">{reference}</small>}
        </span>
      </button>
      {mayAct.value && <EditButton name={title} onUse={() => startForm('hazards', hazard)} />}
    </li>
  )
}
