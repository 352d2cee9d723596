import { useEffect } from 'preact/hooks'
import '../../styles/replay.css'
import { followReplay } from '../../data/shipment/replay.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { replaySpeeds } from '../../state/address/replay.ts'
import { pane } from '../../state/pane.ts'
import { changeSpeed, events, isPlaying, journeys, play, replay, replayLoad, replaySpan, toEvent } from '../../state/replay/replay.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { leaveReplay } from '../shipments/replay-these.ts'
import { ReplayClock } from './replay-clock.tsx'
import { ReplayEvents } from './replay-events.tsx'
import { ReplayLine } from './replay-line.tsx'
import { ReplayShipments } from './replay-shipments.tsx'
import { usePlaying } from './use-playing.ts'

/** Beneath the map: which time it shows, how that moves, what happened then. Nothing plays before somebody asks for it. */
export const ReplayBar = () => {
  useEffect(() => {
    // On a phone a link to a replay shows the map first.
    pane.value = 'map'
    return followReplay()
  }, [])
  usePlaying()
  return (
    <section class="replay" aria-label={t('replay.title')}>
      {replaySpan.value ? <Controls /> : <Waiting />}
    </section>
  )
}

const Controls = () => (
  <>
    <div class="replay-top">
      <div class="replay-buttons">
        <Tool icon="event-before" label={t('replay.event-before')} onUse={() => toEvent(-1)} />
        <button
          type="button"
          class="button button-primary button-icon"
          aria-label={t(isPlaying.value ? 'replay.pause' : 'replay.play')}
          data-exact={t(isPlaying.value ? 'replay.pause' : 'replay.play')}
          onClick={() => play(!isPlaying.value)}
        >
          <Icon name={isPlaying.value ? 'pause' : 'play'} />
        </button>
        <Tool icon="event-after" label={t('replay.event-after')} onUse={() => toEvent(1)} />
      </div>
      <Speed />
      <ReplayClock />
      <span class="replay-ends">
        {events.value.length > 0 && <ReplayEvents />}
        <End />
      </span>
    </div>
    <ReplayLine />
    {journeys.value.length > 1 && <ReplayShipments />}
  </>
)

const Waiting = () => (
  <div class="replay-top">
    {replayLoad.value.status === 'failed' ? (
      <FailureNote what={t('replay.failed')} failure={replayLoad.value.failure} />
    ) : (
      <p class="replay-note" role="status">
        {t(replayLoad.value.status === 'loading' ? 'replay.loading' : 'replay.nothing')}
      </p>
    )}
    <span class="replay-ends">
      <End />
    </span>
  </div>
)

const Tool = ({ icon, label, onUse }: { icon: 'event-before' | 'event-after'; label: string; onUse: () => void }) => (
  <button type="button" class="button button-icon" aria-label={label} data-exact={label} onClick={onUse}>
    <Icon name={icon} />
  </button>
)

const End = () => (
  <button type="button" class="button replay-end" onClick={leaveReplay}>
    <Icon name="close" />
    <span>{t('replay.end')}</span>
  </button>
)

const Speed = () => (
  <select
    class="field field-small replay-speed"
    aria-label={t('replay.speed')}
    value={replay.value?.speed}
    onChange={({ currentTarget }) => changeSpeed(replaySpeeds.find((speed) => String(speed) === currentTarget.value) ?? 3600)}
  >
    {replaySpeeds.map((speed) => (
      <option key={speed} value={speed}>
        {t(`replay.speed-${speed}`)}
      </option>
    ))}
  </select>
)
