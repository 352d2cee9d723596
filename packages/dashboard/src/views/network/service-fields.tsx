import { t } from '../../i18n/t.ts'
import { toLocalField } from '../alerts/snooze-times.ts'
import { weekdayName, weekdays } from '../customs/office-hours.ts'
import { FieldError } from '../parts/field-error.tsx'

type TextName = 'code' | 'carrier' | 'currency' | 'co2eSource' | 'source'
type TextProps = { name: TextName; most: number; value?: string | undefined; pattern?: string; isOptional?: boolean; messages: string[] }

export const Text = ({ name, most, value = '', pattern, isOptional = false, messages }: TextProps) => (
  <label>
    <span>{t(`service-field.${name}`)}</span>
    <input
      class="field"
      name={name}
      maxLength={most}
      pattern={pattern}
      required={!isOptional}
      defaultValue={value}
      autoComplete="off"
      aria-invalid={messages.length > 0}
      aria-describedby={messages.length > 0 ? `service-${name}-error` : undefined}
    />
    <FieldError id={`service-${name}-error`} messages={messages} />
  </label>
)

type NumericName =
  | 'perWeek'
  | 'p50'
  | 'p10'
  | 'p90'
  | 'perShipment'
  | 'perTonne'
  | 'perCubicMetre'
  | 'distanceKm'
  | 'capacityKg'
  | 'capacityM3'
  | 'co2eGrams'
type NumericProps = {
  name: NumericName
  value: number | string | undefined
  least?: number
  most: number
  step?: string
  isNeeded?: boolean
  messages?: string[]
  onInput?: (value: string) => void
}

export const Numeric = ({ name, value = '', least = 0, most, step = 'any', isNeeded = false, messages = [], onInput }: NumericProps) => (
  <label>
    <span>{t(`service-field.${name}`)}</span>
    <input
      class="field"
      name={name}
      type="number"
      onInput={({ currentTarget }) => onInput?.(currentTarget.value)}
      min={least}
      max={most}
      step={step}
      required={isNeeded}
      defaultValue={String(value)}
      aria-invalid={messages.length > 0}
      aria-describedby={messages.length > 0 ? `service-${name}-error` : undefined}
    />
    <FieldError id={`service-${name}-error`} messages={messages} />
  </label>
)

/** On which days, and at what time at its origin. */
export const Weekly = ({ departures }: { departures: { weekdays: number[]; time: string } | undefined }) => (
  <>
    <fieldset class="dialog-checks service-weekdays">
      <legend>{t('service-field.weekdays')}</legend>
      {weekdays.map((day, index) => (
        <label key={day}>
          <input type="checkbox" name="weekday" value={index + 1} defaultChecked={departures?.weekdays.includes(index + 1) ?? false} />
          {weekdayName(day)}
        </label>
      ))}
    </fieldset>
    <label>
      <span>{t('service-field.time')}</span>
      <input class="field" name="time" type="time" required defaultValue={departures?.time ?? '12:00'} />
    </label>
  </>
)

type MomentProps = { name: 'validFrom' | 'validUntil'; value: string | null | undefined; messages?: string[] }

/** In the reader's own time. */
export const Moment = ({ name, value, messages = [] }: MomentProps) => (
  <label>
    <span>{t(`service-field.${name}`)}</span>
    <input
      class="field"
      name={name}
      type="datetime-local"
      defaultValue={value ? toLocalField(Date.parse(value)) : ''}
      aria-invalid={messages.length > 0}
      aria-describedby={messages.length > 0 ? `service-${name}-error` : undefined}
    />
    <FieldError id={`service-${name}-error`} messages={messages} />
  </label>
)
