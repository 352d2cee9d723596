import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { countryName } from '../../format/country.ts'
import { formatPercent } from '../../format/percent.ts'
import { formatDuration, formatSince } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { nowMs } from '../../state/clock.ts'
import { isStale, positions } from '../../state/map/positions.ts'
import { ModeLabel, StateLabel } from '../parts/labels.tsx'
import { exactTime } from '../parts/time.tsx'

/** What the list already says, at the size it deserves here. */
export const Heading = ({ shipment }: { shipment: ShipmentSummary }) => {
  const { state, mode, origin, destination, progress } = shipment
  const percent = formatPercent(progress)
  return (
    <header class="heading">
      <h2>
        <span>
          {origin.name}
          <small>{countryName(origin.country)}</small>
        </span>
        <span class="heading-arrow to-end" aria-hidden="true">
          →
        </span>
        <span>
          {destination.name}
          <small>{countryName(destination.country)}</small>
        </span>
      </h2>
      <div class="heading-progress" role="img" aria-label={t('detail.progress', { percent })}>
        <span class="progress">
          <span style={{ width: `${progress * 100}%` }} />
        </span>
        <span aria-hidden="true">{percent}</span>
      </div>
      <p class="heading-facts">
        <StateLabel state={state} />
        {mode && <ModeLabel mode={mode} />}
        <Fix shipment={shipment} />
      </p>
    </header>
  )
}

const Fix = ({ shipment: { id, state } }: { shipment: ShipmentSummary }) => {
  const position = positions.value.get(id)
  if (!position) return <span class="label label-silent">{t('position.none')}</span>
  const age = nowMs.value - Date.parse(position.recordedAt)
  const stale = isStale(position, state, nowMs.value)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time appears on focus, for those who cannot point.
    <span class={stale ? 'label label-silent' : 'label'} tabIndex={0} data-exact={exactTime(position.recordedAt)}>
      {stale && <Icon name="silent" />}
      <span class="label-text">
        {stale
          ? t('position.stale-short', { duration: formatDuration(age) })
          : t('position.fresh', { time: formatSince(Date.parse(position.recordedAt), nowMs.value) })}
      </span>
    </span>
  )
}
