import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { areaPanel, geofences, hazards } from '../../state/map/areas.ts'
import { closeAreas, endForm } from './areas.ts'
import { GeofenceForm } from './geofence-form.tsx'
import { GeofenceList } from './geofence-list.tsx'
import { HazardForm } from './hazard-form.tsx'
import { HazardList } from './hazard-list.tsx'

/** Beside the map, which stays in use: the geofences or hazards there are, or one of them being drawn. */
export const AreasPanel = () => {
  const { value } = areaPanel
  if (!value) return null
  return <Panel key={`${value.kind} ${value.form ? (value.form.id ?? 'new') : 'list'}`} />
}

const Panel = () => {
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => top.current?.focus({ preventScroll: true }), [])
  const { kind, form } = areaPanel.value ?? { kind: 'geofences' as const }
  const title = form ? t(`areas.${kind}-${form.id === undefined ? 'new' : 'edit'}`) : t(`areas.${kind}`)
  return (
    <section
      class="areas-panel"
      aria-labelledby="areas-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (form) endForm()
        else closeAreas()
      }}
    >
      <div class="areas-bar">
        <h2 id="areas-title" ref={top} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={t(form ? 'action.cancel' : 'action.close')}
          onClick={form ? endForm : closeAreas}
        >
          <Icon name="close" />
        </button>
      </div>
      {!form && (kind === 'geofences' ? <GeofenceList /> : <HazardList />)}
      {form && kind === 'geofences' && <GeofenceForm fence={geofences.value.find(({ id }) => id === form.id)} />}
      {form && kind === 'hazards' && <HazardForm hazard={hazards.value.find(({ id }) => id === form.id)} />}
    </section>
  )
}
