import type { Service } from '@lading/shared/contract/network'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { importServices, loadServices, removeService, services, servicesLoad } from '../../data/services.ts'
import { formatDays } from '../../format/days.ts'
import { formatDay, viewerZone } from '../../format/exact.ts'
import { formatList } from '../../format/list.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { locations } from '../../state/map/locations.ts'
import { mayAct } from '../../state/people.ts'
import { weekdayName, weekdays } from '../customs/office-hours.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { Deeds } from '../dialog/deeds.tsx'
import { ImportDialog } from '../import/import-dialog.tsx'
import { told } from '../import/told.ts'
import { Arrow } from '../parts/arrow.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StackedTable } from '../parts/stacked-table.tsx'
import { ServiceDialog } from './service-dialog.tsx'

/** As many as are shown at first, and with every wish for more. */
const step = 20
const columns = ['code', 'carrier', 'way', 'departures', 'takes', 'price'] as const

/** What carriers offer from place to place: told, changed and taken back. */
export const Services = () => {
  useEffect(() => void loadServices(), [])
  const text = useSignal('')
  const shown = useSignal(step)
  const found = services.value.filter((service) => isFound(service, text.value.trim().toLowerCase()))
  const load = servicesLoad.value
  return (
    <section class="network-services" aria-labelledby="services-title">
      <h2 id="services-title">{t('services.title')}</h2>
      <p class="network-about">{t('services.about')}</p>
      <div class="services-bar">
        <input
          class="field"
          type="search"
          aria-label={t('services.search')}
          placeholder={t('services.search-hint')}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value
          }}
        />
        <p role="status">{load.status === 'ready' && t('services.count', { count: found.length })}</p>
        {mayAct.value && (
          <Deeds
            deeds={[
              { name: t('service.add'), Dialog: ServiceDialog },
              { name: t('services.import'), Dialog: ImportServices },
            ]}
          />
        )}
      </div>
      {load.status === 'failed' && <FailureNote what={t('services.failed')} failure={load.failure} onRetry={() => void loadServices()} />}
      {found.length > 0 && (
        <div class="stock-table services-table">
          <StackedTable aria-labelledby="services-title">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`service-column.${column}`)}
                  </th>
                ))}
                {mayAct.value && (
                  <th scope="col">
                    <span class="unseen">{t('service-column.deeds')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shown.value).map((service) => (
                <Row key={service.code} service={service} />
              ))}
            </tbody>
          </StackedTable>
        </div>
      )}
      {found.length > shown.value && (
        <button
          type="button"
          class="button services-more"
          onClick={() => {
            shown.value += step
          }}
        >
          {t('action.show-more')}
        </button>
      )}
    </section>
  )
}

const nameOf = (code: string) => locations.value.find((place) => place.code === code)?.name ?? code

const isFound = ({ code, carrier, origin, destination }: Service, wanted: string) =>
  [code, carrier, origin, destination, nameOf(origin), nameOf(destination)].some((part) => part.toLowerCase().includes(wanted))

const Row = ({ service }: { service: Service }) => {
  const { code, mode, carrier, origin, destination, transitHours } = service
  const open = useSignal<'edit' | 'remove' | undefined>(undefined)
  const close = () => {
    open.value = undefined
  }
  return (
    <tr>
      <th scope="row">{code}</th>
      <td>
        {t('leg.by', { mode: t(`mode.${mode}`), carrier })}
        <Capacity service={service} />
      </td>
      <td>
        <bdi>{nameOf(origin)}</bdi>
        <Arrow />
        <bdi>{nameOf(destination)}</bdi>
      </td>
      <td>
        {sayDepartures(service)}
        <Validity service={service} />
      </td>
      <td>{formatDays(transitHours.p50)}</td>
      <td>{sayPrice(service)}</td>
      {mayAct.value && (
        <td class="services-deeds stacked-wide">
          {(['edit', 'remove'] as const).map((deed) => (
            <button
              key={deed}
              type="button"
              class="button button-small"
              aria-label={`${t(`services.${deed}`)}: ${code}`}
              onClick={() => {
                open.value = deed
              }}
            >
              {t(`services.${deed}`)}
            </button>
          ))}
          {open.value === 'edit' && <ServiceDialog service={service} onClose={close} />}
          {open.value === 'remove' && (
            <DeedDialog
              title={t('service.remove', { code })}
              about={t('service.remove-about')}
              deed={t('services.remove')}
              onClose={close}
              send={() => removeService(code)}
            />
          )}
        </td>
      )}
    </tr>
  )
}

const sayDepartures = ({ departures }: Service) => {
  if (!departures) return t('service-departures.any')
  if (departures.kind === 'per-week') return t('service.per-week', { count: departures.perWeek })
  if (departures.kind === 'dates') return t('service.dates', { count: departures.dates.length })
  const days = departures.weekdays.toSorted((one, other) => one - other).flatMap((day) => weekdays[day - 1] ?? [])
  return `${formatList(days.map(weekdayName))}, ${departures.time}`
}

/** From when and until when it is offered, where that is said. */
const Validity = ({ service: { validFrom, validUntil } }: { service: Service }) => {
  const day = (instant: string) => formatDay(Date.parse(instant), viewerZone)
  const said = [
    ...(validFrom ? [t('services.valid-from', { day: day(validFrom) })] : []),
    ...(validUntil ? [t('services.valid-until', { day: day(validUntil) })] : []),
  ]
  return said.length === 0 ? null : <Small>{said.join(' ')}</Small>
}

const Capacity = ({ service: { capacity } }: { service: Service }) => {
  const { weightKg, volumeM3 } = capacity ?? {}
  const said = [
    ...(weightKg === undefined ? [] : [t('services.capacity-kg', { weight: weightKg })]),
    ...(volumeM3 === undefined ? [] : [t('services.capacity-m3', { volume: volumeM3 })]),
  ]
  return said.length === 0 ? null : <Small>{t('services.up-to', { what: formatList(said) })}</Small>
}

const Small = ({ children }: { children: string }) => <small class="services-small">{children}</small>

const sayPrice = ({ price }: Service) => {
  if (!price) return t('network.no-price')
  const parts = (['perShipment', 'perTonne', 'perCubicMetre'] as const).filter((name) => price[name] > 0)
  if (parts.length === 0) return formatMoney({ minorUnits: 0, currency: price.currency })
  return parts
    .map((name) => `${formatMoney({ minorUnits: price[name], currency: price.currency })} ${t(`service-price.${name}`)}`)
    .join(' + ')
}

const ImportServices = ({ onClose }: { onClose: () => void }) => (
  <ImportDialog
    title={t('services.import')}
    kinds={[
      {
        label: t('services.title'),
        about: t('services.import-about'),
        send: async (file) => told(await importServices(await file.text()), ({ services: count }) => t('services.import-done', { count })),
      },
    ]}
    onClose={onClose}
  />
)
