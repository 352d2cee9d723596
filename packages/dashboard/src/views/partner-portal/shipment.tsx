import type { PartnerPlace, PartnerShipment } from '@lading/shared/contract/partner-portal'
import { countryName } from '../../format/country.ts'
import { formatDay } from '../../format/day.ts'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { formatList } from '../../format/list.ts'
import { t } from '../../i18n/t.ts'
import { ModeLabel, StateLabel } from '../parts/labels.tsx'

/** One shipment: what the partner does for it, and when. */
export const Shipment = ({ shipment: { trackingNumber, state, as, journey, legs, entries, orders } }: { shipment: PartnerShipment }) => (
  <li class="portal-card">
    <h3>{trackingNumber}</h3>
    <p class="portal-status">
      <StateLabel state={state} />
      <span>{formatList(as.map((role) => t(`party.${role}`)))}</span>
      {orders.length > 0 && <span>{formatList(orders.map(({ number }) => number))}</span>}
    </p>
    <ul class="portal-lines">
      {journey && (
        <li>
          <strong>{t('portal.journey')}</strong>
          <Way {...journey} />
        </li>
      )}
      {legs.map(({ sequence, mode, ...way }) => (
        <li key={sequence}>
          <strong>{t('portal.leg', { leg: sequence })}</strong> <ModeLabel mode={mode} />
          <Way {...way} />
        </li>
      ))}
      {entries.map(({ legSequence, country, reference, state: customs, missing, lastFreeDay }) => (
        <li key={legSequence}>
          <strong>{t('portal.entry', { country: countryName(country) })}</strong> {reference}
          <p>{t(`customs-state.${customs}`)}</p>
          {missing.length > 0 && <p>{t('portal.missing', { documents: formatList(missing) })}</p>}
          {lastFreeDay && <p>{t('portal.free-until', { day: formatDay(lastFreeDay) })}</p>}
        </li>
      ))}
    </ul>
  </li>
)

type Journey = NonNullable<PartnerShipment['journey']>

const Way = ({ origin, destination, departure, arrival }: Journey) => (
  <dl class="portal-way">
    <dt>{t('portal.leaves', { place: placeName(origin) })}</dt>
    <dd>{sayTimes(departure)}</dd>
    <dt>{t('portal.arrives', { place: placeName(destination) })}</dt>
    <dd>{sayTimes(arrival)}</dd>
  </dl>
)

const placeName = ({ name, country }: PartnerPlace) =>
  name ? t('portal.place', { name, country: countryName(country) }) : t('portal.an-address', { country: countryName(country) })

/** What happened, or else what is expected, beside what was planned. */
const sayTimes = ({ planned, estimated, actual }: Journey['arrival']) => {
  const at = (instant: string) => formatDateTime(Date.parse(instant), viewerZone)
  if (actual) return t('portal.time-actual', { at: at(actual), planned: at(planned) })
  return estimated ? t('portal.time-estimated', { at: at(estimated), planned: at(planned) }) : t('portal.time-planned', { at: at(planned) })
}
