import type { Service } from '@lading/shared/contract/network'
import { modes } from '@lading/shared/domain/mode'
import { majorOf } from '@lading/shared/money/units'
import { useSignal } from '@preact/signals'
import { putService } from '../../data/services.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { ChoiceField } from '../dialog/fields.tsx'
import { places } from './places.ts'
import { type DepartureKind, departureKinds, readService } from './read-service.ts'
import { Moment, Numeric, Text, Weekly } from './service-fields.tsx'

const fields = [
  ...['/params/code', '/carrier', '/origin', '/destination', '/transitHours', '/price', '/departures'],
  ...['/distanceKm', '/capacity/weightKg', '/capacity/volumeM3', '/co2e/gramsPerTonneKm', '/co2e/source', '/validUntil'],
]
const hoursMost = 8784
const kmMost = 60_000
const gramsMost = 100_000

/** Adds a service of a carrier, or says anew what it is. */
export const ServiceDialog = ({ service, onClose }: { service?: Service; onClose: () => void }) => {
  const kind = useSignal<DepartureKind>(service?.departures?.kind ?? 'any')
  const among = places().map(({ code, name }) => [code, `${name} (${code})`] as const)
  const offered = departureKinds.filter((one) => one !== 'dates' || service?.departures?.kind === 'dates')
  const { transitHours, price, departures, co2e, capacity } = service ?? {}
  const hasFactor = useSignal(!!co2e)
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
          <Numeric name="capacityKg" value={capacity?.weightKg} least={0.001} most={1e9} messages={error('/capacity/weightKg')} />
          <Numeric name="capacityM3" value={capacity?.volumeM3} least={0.001} most={1e7} messages={error('/capacity/volumeM3')} />
          <Numeric name="distanceKm" value={service?.distanceKm ?? ''} least={0.1} most={kmMost} messages={error('/distanceKm')} />
          <Numeric
            name="co2eGrams"
            value={co2e?.gramsPerTonneKm}
            most={gramsMost}
            messages={error('/co2e/gramsPerTonneKm')}
            onInput={(value) => {
              hasFactor.value = value !== ''
            }}
          />
          {hasFactor.value && <Text name="co2eSource" most={200} value={co2e?.source} pattern=".*\S.*" messages={error('/co2e/source')} />}
          <Moment name="validFrom" value={service?.validFrom} />
          <Moment name="validUntil" value={service?.validUntil} messages={error('/validUntil')} />
          <Text name="source" most={200} value={service?.source ?? ''} isOptional messages={[]} />
        </div>
      )}
    </DeedDialog>
  )
}
