import type { CustomsOffice } from '@lading/shared/contract/customs'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { forgetOffice, loadOffices, saveOffice } from '../../data/customs/offices.ts'
import { t } from '../../i18n/t.ts'
import { customsFilter } from '../../state/address/customs.ts'
import { customsOffices } from '../../state/customs-offices.ts'
import { locations } from '../../state/map/locations.ts'
import type { Failure } from '../../state/server/failure.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { failureText } from '../parts/failure-note.tsx'
import { FieldError } from '../parts/field-error.tsx'
import { readSpans, type Weekday, weekdayName, weekdays, writeSpans } from './office-hours.ts'

/** When customs works at a place, day by day; without that it is taken to work around the clock. */
export const OfficeDialog = ({ onClose }: { onClose: () => void }) => {
  const code = useSignal(places()[0]?.code ?? '')
  const unread = useSignal<Weekday[]>([])
  const failure = useSignal<Failure | undefined>(undefined)
  const isRead = useSignal(false)
  useEffect(() => {
    void loadOffices().then((result) => {
      isRead.value = true
      failure.value = result.ok ? undefined : result.failure
    })
  }, [])
  const known = customsOffices.value.find((office) => office.code === code.value)
  const forget = async () => {
    const result = await forgetOffice(code.value)
    failure.value = result.ok ? undefined : result.failure
  }
  return (
    <DeedDialog<CustomsOffice>
      title={t('customs-office.title')}
      about={t('customs-office.about')}
      deed={t('customs.save')}
      fields={['/hours']}
      onClose={onClose}
      onDone={() => {}}
      send={(form) => {
        const read = weekdays.map((day) => [day, readSpans(String(form.get(day)))] as const)
        unread.value = read.flatMap(([day, spans]) => (spans ? [] : [day]))
        if (unread.value.length > 0) return t('customs-office.unread')
        const hours = Object.fromEntries(read.filter(([, spans]) => spans && spans.length > 0))
        return saveOffice({ code: code.value, hours, closedOnHolidays: form.get('holidays') === 'on' })
      }}
    >
      {(error) => (
        <>
          <label>
            <span>{t('customs-office.place')}</span>
            <select
              class="field"
              value={code.value}
              onChange={({ currentTarget }) => {
                code.value = currentTarget.value
                unread.value = []
              }}
            >
              {places().map((place) => (
                <option key={place.code} value={place.code}>
                  {customsOffices.value.some((office) => office.code === place.code)
                    ? t('customs-office.known', { place: place.name, code: place.code })
                    : `${place.name} (${place.code})`}
                </option>
              ))}
            </select>
          </label>
          <fieldset class="office-hours" key={`${code.value} ${isRead.value} ${JSON.stringify(known)}`} disabled={!isRead.value}>
            <legend>{t('customs-office.hours')}</legend>
            {weekdays.map((day) => {
              const messages = unread.value.includes(day) ? [t('customs-office.format')] : error(`/hours/${day}`)
              return (
                <label key={day}>
                  <span>{weekdayName(day)}</span>
                  <input
                    class="field"
                    name={day}
                    defaultValue={writeSpans(known?.hours[day])}
                    autoComplete="off"
                    spellcheck={false}
                    aria-invalid={messages.length > 0}
                    aria-describedby={messages.length > 0 ? `office-rule office-${day}-error` : 'office-rule'}
                  />
                  <FieldError id={`office-${day}-error`} messages={messages} />
                </label>
              )
            })}
            <small id="office-rule">{t('customs-office.rule', { example: '08:00 – 12:00, 13:00 – 17:00' })}</small>
            <label class="check">
              <input type="checkbox" name="holidays" defaultChecked={known?.closedOnHolidays ?? true} />
              {t('customs-office.holidays')}
            </label>
          </fieldset>
          {known && (
            <button type="button" class="button office-forget" onClick={() => void forget()}>
              {t('customs-office.forget')}
            </button>
          )}
          {failure.value && <p role="alert">{failureText(failure.value)}</p>}
        </>
      )}
    </DeedDialog>
  )
}

/** Where customs works: everywhere but at the door. Of the country that is filtered by first. */
const places = () => {
  const { country } = customsFilter.value
  return locations.value
    .filter(({ kind }) => kind !== 'address')
    .sort((one, other) => Number(other.country === country) - Number(one.country === country) || one.name.localeCompare(other.name))
}
