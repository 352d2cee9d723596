import type { Geofence } from '@lading/shared/contract/geofence'
import { areaColours, dwellHoursMost } from '@lading/shared/domain/geofence'
import { modes } from '@lading/shared/domain/mode'
import { useSignal } from '@preact/signals'
import { addGeofence, changeGeofence } from '../../data/map/areas.ts'
import { t } from '../../i18n/t.ts'
import { AreaForm } from './area-form.tsx'
import { ShapeFields } from './shape-fields.tsx'

const fieldsOf = (fields: FormData) => ({
  name: String(fields.get('name')).trim(),
  colour: areaColours.find((colour) => colour === fields.get('colour')) ?? 'blue',
  modes: modes.filter((mode) => fields.getAll('mode').includes(mode)),
  carriers: [
    ...new Set(
      String(fields.get('carriers'))
        .split(',')
        .map((name) => name.trim()),
    ),
  ].filter(Boolean),
  alerts: {
    entered: fields.has('entered'),
    left: fields.has('left'),
    dwellHours: fields.has('dwell') ? Number(fields.get('hours')) : null,
    severity: fields.get('severity') === 'critical' ? ('critical' as const) : ('warning' as const),
  },
})

/** Draws a geofence, or changes one. */
export const GeofenceForm = ({ fence }: { fence: Geofence | undefined }) => {
  const alerts = fence?.alerts
  const dwells = useSignal(alerts?.dwellHours != null)
  return (
    <AreaForm
      kind="geofences"
      known={fence}
      name={fence?.name}
      save={(area, form) =>
        fence ? changeGeofence(fence.id, { version: fence.version, area, ...fieldsOf(form) }) : addGeofence({ area, ...fieldsOf(form) })
      }
    >
      <label>
        <span>{t('areas.name')}</span>
        <input class="field" name="name" required maxLength={80} pattern=".*\S.*" autoComplete="off" defaultValue={fence?.name} />
      </label>
      <ShapeFields />
      <fieldset>
        <legend>{t('areas.colour')}</legend>
        <div class="swatches">
          {areaColours.map((colour) => (
            <label key={colour} class={`swatch-choice area-${colour}`} data-exact={t(`area-colour.${colour}`)}>
              <input
                type="radio"
                name="colour"
                value={colour}
                aria-label={t(`area-colour.${colour}`)}
                defaultChecked={colour === (fence?.colour ?? 'blue')}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="dialog-checks">
        <legend>{t('areas.alerts')}</legend>
        <label class="check">
          <input type="checkbox" name="entered" defaultChecked={alerts?.entered} />
          <span>{t('areas.alert-entered')}</span>
        </label>
        <label class="check">
          <input type="checkbox" name="left" defaultChecked={alerts?.left} />
          <span>{t('areas.alert-left')}</span>
        </label>
        <label class="check">
          <input
            type="checkbox"
            name="dwell"
            checked={dwells.value}
            onChange={({ currentTarget }) => {
              dwells.value = currentTarget.checked
            }}
          />
          <span>{t('areas.alert-dwell')}</span>
        </label>
        {dwells.value && (
          <label class="areas-size">
            <span>{t('areas.dwell-hours')}</span>
            <input
              class="field field-small"
              name="hours"
              type="number"
              required
              min="0.25"
              max={dwellHoursMost}
              step="0.25"
              defaultValue={String(alerts?.dwellHours ?? 24)}
            />
          </label>
        )}
        <label class="areas-size">
          <span>{t('areas.severity')}</span>
          <select class="field field-small" name="severity">
            <option value="warning" selected={alerts?.severity !== 'critical'}>
              {t('severity.warning')}
            </option>
            <option value="critical" selected={alerts?.severity === 'critical'}>
              {t('severity.critical')}
            </option>
          </select>
        </label>
      </fieldset>
      <details class="areas-more" open={(fence?.modes.length ?? 0) + (fence?.carriers.length ?? 0) > 0}>
        <summary>{t('areas.only-for')}</summary>
        <div class="areas-modes">
          {modes.map((mode) => (
            <label key={mode} class="check">
              <input type="checkbox" name="mode" value={mode} defaultChecked={fence?.modes.includes(mode)} />
              <span>{t(`mode.${mode}`)}</span>
            </label>
          ))}
        </div>
        <label>
          <span>{t('areas.carriers')}</span>
          <input class="field" name="carriers" maxLength={2000} autoComplete="off" defaultValue={fence?.carriers.join(', ')} />
        </label>
      </details>
    </AreaForm>
  )
}
