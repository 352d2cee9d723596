import type { Hazard } from '@lading/shared/contract/hazard'
import { hazardKinds } from '@lading/shared/domain/hazard'
import { addHazard, changeHazard } from '../../data/map/areas.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { toLocalField } from '../alerts/snooze-times.ts'
import { instantOf } from '../dialog/fields.tsx'
import { SeverityField, severityIn } from '../parts/severity-field.tsx'
import { AreaForm } from './area-form.tsx'
import { ShapeFields } from './shape-fields.tsx'

const textOf = (fields: FormData, name: string) => String(fields.get(name)).trim() || null

const fieldsOf = (fields: FormData) => ({
  title: String(fields.get('title')).trim(),
  kind: hazardKinds.find((kind) => kind === fields.get('kind')) ?? 'other',
  severity: severityIn(fields),
  validFrom: instantOf(fields.get('from')) ?? new Date(nowMs.peek()).toISOString(),
  validUntil: instantOf(fields.get('until')) ?? null,
  source: textOf(fields, 'source'),
  reference: textOf(fields, 'reference'),
  note: textOf(fields, 'note'),
})

/** Tells a hazard, or changes one. */
export const HazardForm = ({ hazard }: { hazard: Hazard | undefined }) => (
  <AreaForm
    kind="hazards"
    known={hazard}
    name={hazard?.title}
    save={(area, form) =>
      hazard ? changeHazard(hazard.id, { version: hazard.version, area, ...fieldsOf(form) }) : addHazard({ area, ...fieldsOf(form) })
    }
  >
    <label>
      <span>{t('areas.title')}</span>
      <input class="field" name="title" required maxLength={120} pattern=".*\S.*" autoComplete="off" defaultValue={hazard?.title} />
    </label>
    <div class="areas-pair">
      <label>
        <span>{t('areas.hazard-kind')}</span>
        <select class="field" name="kind">
          {hazardKinds.map((kind) => (
            <option key={kind} value={kind} selected={kind === (hazard?.kind ?? 'storm')}>
              {t(`hazard-kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <SeverityField value={hazard?.severity} />
    </div>
    <ShapeFields />
    <div class="areas-pair">
      <label>
        <span>{t('areas.valid-from')}</span>
        <input
          class="field"
          name="from"
          type="datetime-local"
          defaultValue={toLocalField(hazard ? Date.parse(hazard.validFrom) : nowMs.peek())}
        />
      </label>
      <label>
        <span>{t('areas.valid-until')}</span>
        <input
          class="field"
          name="until"
          type="datetime-local"
          defaultValue={hazard?.validUntil ? toLocalField(Date.parse(hazard.validUntil)) : ''}
        />
      </label>
    </div>
    <label>
      <span>{t('areas.source')}</span>
      <input class="field" name="source" maxLength={120} autoComplete="off" defaultValue={hazard?.source ?? ''} />
    </label>
    <label>
      <span>{t('areas.reference')}</span>
      <input class="field" name="reference" maxLength={500} autoComplete="off" defaultValue={hazard?.reference ?? ''} />
    </label>
    <label>
      <span>{t('areas.note')}</span>
      <textarea class="field areas-textarea" name="note" rows={2} maxLength={2000} defaultValue={hazard?.note ?? ''} />
    </label>
  </AreaForm>
)
