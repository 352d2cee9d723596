import type { CountryEvent } from '@lading/shared/contract/risk'
import { countryEventKinds } from '@lading/shared/domain/risk'
import { tellCountryEvent } from '../../data/risk/risk.ts'
import { countryName } from '../../format/country.ts'
import { t } from '../../i18n/t.ts'
import { locations } from '../../state/map/locations.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { instantOf, TextField, TimeField } from '../dialog/fields.tsx'
import { SeverityField, severityIn } from '../parts/severity-field.tsx'

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim() || null

/** Tells of an event in a country that goods pass through. */
export const CountryEventDialog = ({ onClose }: { onClose: () => void }) => (
  <DeedDialog<CountryEvent>
    title={t('risk.tell-event')}
    about={t('risk.events-about')}
    deed={t('risk.report-do')}
    fields={['/validUntil', '/title']}
    onClose={onClose}
    send={(form) =>
      tellCountryEvent({
        country: String(form.get('country')),
        kind: countryEventKinds.find((kind) => kind === form.get('kind')) ?? 'other',
        severity: severityIn(form),
        title: String(form.get('title')).trim(),
        validUntil: instantOf(form.get('until')) ?? null,
        source: textOf(form, 'source'),
        note: textOf(form, 'note'),
      })
    }
  >
    {(error) => (
      <>
        <label>
          <span>{t('risk.event-country')}</span>
          <select class="field" name="country">
            {countries().map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('areas.hazard-kind')}</span>
          <select class="field" name="kind">
            {countryEventKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`country-event-kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <SeverityField />
        <TextField name="title" label={t('areas.title')} required most={120} isProse messages={error('/title')} />
        <TimeField name="until" label={t('areas.valid-until')} messages={error('/validUntil')} />
        <TextField name="source" label={t('areas.source')} most={120} isProse messages={[]} />
        <label>
          <span>{t('areas.note')}</span>
          <textarea class="field areas-textarea" name="note" rows={2} maxLength={2000} />
        </label>
      </>
    )}
  </DeedDialog>
)

/** Countries that goods pass through, by name. */
const countries = () =>
  [...new Set(locations.value.map(({ country }) => country))]
    .map((code): [string, string] => [code, countryName(code)])
    .sort(([, one], [, other]) => one.localeCompare(other))
