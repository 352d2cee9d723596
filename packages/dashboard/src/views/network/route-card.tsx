import type { RouteLeg, RouteOption } from '@lading/shared/contract/network'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { formatDayRange, formatDays } from '../../format/days.ts'
import { formatDistance } from '../../format/distance.ts'
import { formatDateTime } from '../../format/exact.ts'
import { formatMass } from '../../format/mass.ts'
import { formatMoney } from '../../format/money.ts'
import { formatPercent } from '../../format/percent.ts'
import { formatDuration } from '../../format/relative.ts'
import { formatWindow } from '../../format/window.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { nowMs } from '../../state/clock.ts'
import { locations } from '../../state/map/locations.ts'
import { Arrow } from '../parts/arrow.tsx'
import { Fact } from '../parts/fact.tsx'
import { Time } from '../parts/time.tsx'
import { WaySample } from './way-sample.tsx'

const hourMs = 3_600_000

type Props = {
  route: RouteOption
  name: string
  present?: boolean
  /** Of its heading, beneath what it stands under. */
  level?: 3 | 4
  /** How it is drawn on a map. */
  look?: number
  /** What can be done with it. */
  children?: ComponentChildren
}

/** A way with what it takes, costs and emits; one of several that stand side by side. */
export const RouteCard = ({ route, name, present = false, level = 4, look, children }: Props) => {
  const { legs, arrival, hours, cost, unpricedLegs, missProbability, missedDeparture, bestFor, isOnFront } = route
  const id = useId()
  const Heading = `h${level}` as const
  const end = legs.at(-1)?.destination
  const zone = zoneOf(end?.code)
  return (
    <li>
      <article class={present ? 'route-card route-present' : 'route-card'} aria-labelledby={id}>
        <Heading id={id} class="route-heading">
          <span class="route-name">{name}</span>
          {look !== undefined && <WaySample look={look} />}
          <span class="route-modes">
            {legs.map(({ mode }, index) => (
              <span key={index}>
                <Icon name={`mode-${mode}`} />
                {t(`mode.${mode}`)}
              </span>
            ))}
          </span>
        </Heading>
        {(bestFor.length > 0 || !isOnFront) && (
          <ul class="route-badges">
            {bestFor.map((what) => (
              <li key={what}>{t(`network.objective.${what}`)}</li>
            ))}
            {!isOnFront && <li class="route-beaten">{t('network.beaten')}</li>}
          </ul>
        )}
        <dl class="facts">
          <Fact name={t('network.arrival')}>
            <Time
              at={arrival.p50}
              place={end && { zone, name: end.name }}
              text={formatWindow(Date.parse(arrival.p10), Date.parse(arrival.p90), zone, nowMs.value)}
            />
          </Fact>
          <Fact name={t('network.takes')}>
            {t('network.takes-range', { middle: formatDays(hours.p50), range: formatDayRange(hours.p10, hours.p90) })}
          </Fact>
          <Fact name={t('network.cost')}>
            {cost ? formatMoney(cost) : t('network.no-price')}
            {cost && unpricedLegs > 0 && <small> {t('network.unpriced', { count: unpricedLegs })}</small>}
          </Fact>
          <Fact name={t('network.co2e')}>{formatMass(route.co2eGrams / 1000)}</Fact>
          {missProbability !== null && <Fact name={t('network.late')}>{formatPercent(missProbability)}</Fact>}
          {missedDeparture > 0 && <Fact name={t('network.missed')}>{formatPercent(missedDeparture)}</Fact>}
        </dl>
        <details>
          <summary>{t('network.legs', { count: legs.length })}</summary>
          <ol class="route-legs">
            {legs.map((leg, index) => (
              <Leg key={index} leg={leg} />
            ))}
          </ol>
        </details>
        {children}
      </article>
    </li>
  )
}

const zoneOf = (code: string | undefined) => locations.value.find((place) => place.code === code)?.zone ?? 'UTC'

const Leg = ({ leg }: { leg: RouteLeg }) => {
  const { mode, carrier, origin, destination, departure, arrival, transferHours, waitHours, borderHours, basis, cost } = leg
  const stops = transferHours + waitHours
  return (
    <li>
      <p>
        <strong>
          <bdi>{origin.name}</bdi>
          <Arrow />
          <bdi>{destination.name}</bdi>
        </strong>
      </p>
      <p>{t('leg.by', { mode: t(`mode.${mode}`), carrier })}</p>
      <p>
        <Time at={departure} place={{ zone: zoneOf(origin.code), name: origin.name }} text={at(departure, origin.code)} />
        {' – '}
        <Time at={arrival} place={{ zone: zoneOf(destination.code), name: destination.name }} text={at(arrival, destination.code)} />
      </p>
      <p class="route-small">
        {[
          stops >= 0.5 && t('network.leg.wait', { duration: formatDuration(stops * hourMs) }),
          borderHours && t('network.leg.border', { duration: formatDuration(borderHours.p50 * hourMs) }),
          t(`network.basis.${basis.kind}`, { count: basis.journeys }),
          formatDistance(leg.distanceKm),
          cost ? formatMoney(cost) : t('network.no-price'),
          t('network.leg.co2e', { mass: formatMass(leg.co2eGrams / 1000), source: leg.co2eSource }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

const at = (instant: string, code: string) => formatDateTime(Date.parse(instant), zoneOf(code))
