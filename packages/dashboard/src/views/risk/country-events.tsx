import type { CountryEvent } from '@lading/shared/contract/risk'
import { useSignal } from '@preact/signals'
import { changeCountryEvent } from '../../data/risk/risk.ts'
import { countryName } from '../../format/country.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { nowMs } from '../../state/clock.ts'
import { mayAct } from '../../state/people.ts'
import { Time } from '../parts/time.tsx'
import { CountryEventDialog } from './country-event-dialog.tsx'
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
        <CountryEventDialog
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
        {note && <span dir="auto">{note}</span>}
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
