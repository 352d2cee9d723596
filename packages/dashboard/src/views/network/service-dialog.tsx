import type { Service } from '@lading/shared/contract/network'
import { modes } from '@lading/shared/domain/mode'
import { majorOf } from '@lading/shared/money/units'
import { useSignal } from '@preact/signals'
import { putService } from '../../data/services.ts'
import { t } from '../../i18n/t.ts'
import { weekdayName, weekdays } from '../customs/office-hours.ts'
import { DeedDialog } from '../deed-dialog.tsx'
import { FieldError } from '../field-error.tsx'
import { ChoiceField } from '../stock/dialog-fields.tsx'
import { places } from './places.ts'
import { type DepartureKind, departureKinds, readService } from './read-service.ts'

const fields = ['/params/code', '/carrier', '/origin', '/destination', '/transitHours', '/price', '/departures']
const hoursMost = 8784

/** Adds a service of a carrier, or says anew what it is. */
export const ServiceDialog = ({ service, onClose }: { service?: Service; onClose: () => void }) => {
  const kind = useSignal<DepartureKind>(service?.departures?.kind ?? 'any')
  const among = places().map(({ code, name }) => [code, `${name} (${code})`] as const)
  const offered = departureKinds.filter((one) => one !== 'dates' || service?.departures?.kind === 'dates')
  const { transitHours, price, departures } = service ?? {}
  const amount = (minorUnits: number | undefined) =>
    price && minorUnits !== undefined ? majorOf({ minorUnits, currency: price.currency }).toString() : ''
  return (
    <DeedDialog<Service>
      title={service ? t('service.edit', { code: service.code }) : t('service.add')}
      deed={t('order.save')}
      fields={fields}
      onClose={onClose}
      send={(form) => {
        if (kind.value === 'weekly' && form.getAll('weekday').length === 0) return t('service.no-weekday')
        return putService(service?.code ?? String(form.get('code')).trim(), readService(form, service))
      }}
    >
      {(error) => (
        <div class="service-fields">
          {!service && <Text name="code" most={64} pattern="[A-Za-z0-9][A-Za-z0-9._\-]*" messages={error('/params/code')} />}
          <Text name="carrier" most={120} value={service?.carrier} messages={error('/carrier')} />
          <ChoiceField
            name="mode"
            label={t('service-field.mode')}
            among={modes.map((mode) => [mode, t(`mode.${mode}`)] as const)}
            chosen={service?.mode ?? 'road'}
            messages={[]}
          />
          <ChoiceField name="origin" label={t('network.from')} among={among} chosen={service?.origin} messages={error('/origin')} />
          <ChoiceField
            name="destination"
            label={t('network.to')}
            among={among}
            chosen={service?.destination}
            messages={error('/destination')}
          />
          <label>
            <span>{t('service-field.departures')}</span>
            <select
              class="field"
              name="departures"
              value={kind.value}
              onChange={({ currentTarget: { value } }) => {
                kind.value = departureKinds.find((one) => one === value) ?? 'any'
              }}
            >
              {offered.map((one) => (
                <option key={one} value={one}>
                  {t(`service-departures.${one}`)}
                </option>
              ))}
            </select>
          </label>
          {kind.value === 'per-week' && (
            <Numeric name="perWeek" value={departures?.kind === 'per-week' ? departures.perWeek : 1} least={0.1} most={168} isNeeded />
          )}
          {kind.value === 'weekly' && <Weekly departures={departures?.kind === 'weekly' ? departures : undefined} />}
          <Numeric name="p50" value={transitHours?.p50} most={hoursMost} isNeeded messages={error('/transitHours')} />
          <Numeric name="p10" value={transitHours?.p10} most={hoursMost} />
          <Numeric name="p90" value={transitHours?.p90} most={hoursMost} />
          <Text name="currency" most={3} value={price?.currency ?? ''} pattern="[A-Za-z]{3}" isOptional messages={error('/price')} />
          {(['perShipment', 'perTonne', 'perCubicMetre'] as const).map((name) => (
            <Numeric key={name} name={name} value={amount(price?.[name])} most={1e9} step="0.001" />
          ))}
          <Text name="source" most={200} value={service?.source ?? ''} isOptional messages={[]} />
        </div>
      )}
    </DeedDialog>
  )
}

type TextName = 'code' | 'carrier' | 'currency' | 'source'
type TextProps = { name: TextName; most: number; value?: string | undefined; pattern?: string; isOptional?: boolean; messages: string[] }

const Text = ({ name, most, value = '', pattern, isOptional = false, messages }: TextProps) => (
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

type NumericName = 'perWeek' | 'p50' | 'p10' | 'p90' | 'perShipment' | 'perTonne' | 'perCubicMetre'
type NumericProps = {
  name: NumericName
  value: number | string | undefined
  least?: number
  most: number
  step?: string
  isNeeded?: boolean
  messages?: string[]
}

const Numeric = ({ name, value = '', least = 0, most, step = 'any', isNeeded = false, messages = [] }: NumericProps) => (
  <label>
    <span>{t(`service-field.${name}`)}</span>
    <input
      class="field"
      name={name}
      type="number"
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
const Weekly = ({ departures }: { departures: { weekdays: number[]; time: string } | undefined }) => (
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
