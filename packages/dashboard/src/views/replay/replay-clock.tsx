import { formatDayTime, formatExact, formatTime } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { selectedId } from '../../state/address/live-map.ts'
import { stopNear } from '../../state/replay/journey-at.ts'
import { journeys, replayMs, replayPlaces } from '../../state/replay/replay.ts'

/** The time that is shown, everywhere the same, and what clocks said where the goods were. */
export const ReplayClock = () => {
  const ms = replayMs.value
  if (ms === undefined) return null
  const told = journeys.value.find(({ shipment }) => shipment.id === selectedId.value) ?? journeys.value[0]
  const place = told && replayPlaces.value.get(told.shipment.id)
  const stop = told && place && stopNear(told.shipment.legs, ms, place)
  const isSameDay = stop && formatDayTime(ms, stop.zone).split(' ')[0] === formatDayTime(ms, 'UTC').split(' ')[0]
  return (
    <p class="replay-clock">
      <time dateTime={new Date(ms).toISOString()}>{formatExact(ms, 'UTC')}</time>
      {stop && <span>{t('replay.local', { time: (isSameDay ? formatTime : formatDayTime)(ms, stop.zone), place: stop.name })}</span>}
    </p>
  )
}
