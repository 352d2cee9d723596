import type { CountryEvent } from '@lading/shared/contract/risk'
import { severities } from '@lading/shared/domain/alert'
import { countryEventKinds } from '@lading/shared/domain/risk'
import { useSignal } from '@preact/signals'
import { changeCountryEvent, tellCountryEvent } from '../../data/risk.ts'
import { countryName } from '../../format/country.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { nowMs } from '../../state/clock.ts'
import { locations } from '../../state/locations.ts'
import { mayAct } from '../../state/people.ts'
import { DeedDialog } from '../deed-dialog.tsx'
import { FieldError } from '../field-error.tsx'
import { Time } from '../time.tsx'
import { SeverityField } from './choice-fields.tsx'
import { ImportCountriesDialog } from './import-countries-dialog.tsx'

/** What people told of countries that goods pass through, the last told first. */
export const CountryEvents = ({ events }: { events: CountryEvent[] }) => {
  const isOpen = useSignal(false)
  const isImporting = useSignal(false)
  return (
    <section class="risk-events" aria-label={t('risk-view.events')}>
      <p class="accuracy-about">{t('risk.events-about')}</p>
      {mayAct.value && (
        <div class="risk-actions">
          <button
            type="button"
            class="button risk-tell-event"
            onClick={() => {
              isOpen.value = true
            }}
          >
            {t('risk.tell-event')}
          </button>
          <button
            type="button"
            class="button risk-import"
            onClick={() => {
              isImporting.value = true
            }}
          >
            {t('risk-import.title')}
          </button>
        </div>
      )}
      {events.length === 0 && <p class="note">{t('risk.no-events')}</p>}
      <ul class="risk-event-list">
        {events.map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ul>
      {isImporting.value && (
        <ImportCountriesDialog
          onClose={() => {
            isImporting.value = false
          }}
        />
      )}
      {isOpen.value && (
        <EventDialog
          onClose={() => {
            isOpen.value = false
          }}
        />
      )}
    </section>
  )
}

const Event = ({ event }: { event: CountryEvent }) => {
  const { id, country, kind, severity, title, validFrom, validUntil, source, note, version } = event
  const isOver = validUntil !== null && Date.parse(validUntil) <= nowMs.value
  return (
    <li>
      <p>
        <span class={`severity-${severity}`}>
          <Icon name={`severity-${severity}`} />
          <span class="unseen">{t(`severity.${severity}`)}: </span>
        </span>
        <strong>{title}</strong>
        <span>{t('risk.event-of', { country: countryName(country), kind: t(`country-event-kind.${kind}`) })}</span>
      </p>
      <p class="risk-basis">
        <span>
          {t('risk.from')} <Time at={validFrom} />
        </span>
        {validUntil && (
          <span>
            {t('risk.until')} <Time at={validUntil} />
          </span>
        )}
        {source && <span>{source}</span>}
        {note && <span>{note}</span>}
        {mayAct.value && !isOver && (
          <button
            type="button"
            class="button button-small"
            onClick={() => void changeCountryEvent(id, { version, validUntil: new Date(nowMs.peek()).toISOString() })}
          >
            {t('risk.end-event')}
          </button>
        )}
      </p>
    </li>
  )
}

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim() || null

const EventDialog = ({ onClose }: { onClose: () => void }) => (
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
        severity: severities.find((severity) => severity === form.get('severity')) ?? 'warning',
        title: String(form.get('title')).trim(),
        validUntil: form.get('until') ? new Date(String(form.get('until'))).toISOString() : null,
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
        <label>
          <span>{t('areas.title')}</span>
          <input
            class="field"
            name="title"
            required
            maxLength={120}
            pattern=".*\S.*"
            autoComplete="off"
            aria-invalid={error('/title').length > 0}
            aria-describedby="event-title-error"
          />
          <FieldError id="event-title-error" messages={error('/title')} />
        </label>
        <label>
          <span>{t('areas.valid-until')}</span>
          <input
            class="field"
            name="until"
            type="datetime-local"
            aria-invalid={error('/validUntil').length > 0}
            aria-describedby="event-until-error"
          />
          <FieldError id="event-until-error" messages={error('/validUntil')} />
        </label>
        <label>
          <span>{t('areas.source')}</span>
          <input class="field" name="source" maxLength={120} autoComplete="off" />
        </label>
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
