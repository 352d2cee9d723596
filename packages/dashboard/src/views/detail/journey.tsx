import type { Location } from '@lading/shared/contract/location'
import type { Leg, Shipment } from '@lading/shared/contract/shipment'
import { countryName } from '../../format/country.ts'
import { formatDateTime } from '../../format/exact.ts'
import { formatDuration } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { Time } from '../parts/time.tsx'

type Times = Leg['departure']

/** The legs as a line of places: what was planned, what is expected, what happened. */
export const Journey = ({ shipment: { legs } }: { shipment: Shipment }) => {
  const last = legs.at(-1)
  return (
    <ol class="journey">
      {legs.map((leg, index) => (
        <li key={leg.sequence} class={`journey-leg journey-${progressOf(leg)}`}>
          <Stop
            place={leg.origin}
            arrival={legs[index - 1]?.arrival}
            departure={leg.departure}
            passed={(legs[index - 1]?.arrival ?? leg.departure).actual !== null}
          />
          <p class="journey-carriage">
            <Icon name={`mode-${leg.mode}`} />
            <span>
              {t(leg.vessel ? 'leg.by-vessel' : 'leg.by', { mode: t(`mode.${leg.mode}`), carrier: leg.carrier, vessel: leg.vessel ?? '' })}
            </span>
            <span class="journey-status">{t(`leg.${progressOf(leg)}`)}</span>
          </p>
        </li>
      ))}
      {last && (
        <li class="journey-end">
          <Stop place={last.destination} arrival={last.arrival} passed={last.arrival.actual !== null} />
        </li>
      )}
    </ol>
  )
}

const progressOf = ({ departure, arrival }: Leg) => (arrival.actual ? 'done' : departure.actual ? 'current' : 'ahead')

type StopProps = { place: Location; arrival?: Times; departure?: Times; passed: boolean }

const Stop = ({ place, arrival, departure, passed }: StopProps) => (
  <div class={passed ? 'stop stop-passed' : 'stop'}>
    <p class="stop-name">
      {place.name} <small>{countryName(place.country)}</small>
    </p>
    {arrival && <StopTime label={t('leg.arrival')} times={arrival} place={place} />}
    {departure && <StopTime label={t('leg.departure')} times={departure} place={place} />}
  </div>
)

// Less than this is no difference worth a word.
const noticeableMs = 30 * 60_000

const StopTime = ({ label, times: { planned, estimated, actual }, place }: { label: string; times: Times; place: Location }) => {
  const at = actual ?? estimated ?? planned
  const kind = actual ? 'leg.actual' : estimated ? 'leg.estimated' : 'leg.planned'
  const difference = Date.parse(at) - Date.parse(planned)
  return (
    <p class="stop-time">
      <span class="stop-label">{label}</span>
      <Time at={at} place={place} text={t(kind, { time: formatDateTime(Date.parse(at), place.zone) })} />
      {Math.abs(difference) >= noticeableMs && (
        <span class={difference > 0 ? 'stop-late' : 'stop-early'}>
          <Time
            at={planned}
            place={place}
            text={t(difference > 0 ? 'leg.difference-late' : 'leg.difference-early', { duration: formatDuration(difference) })}
          />
        </span>
      )}
    </p>
  )
}
