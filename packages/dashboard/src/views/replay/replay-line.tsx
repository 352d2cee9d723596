import { formatDateTime, formatExact } from '../../format/exact.ts'
import { formatDuration } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { eventBeside, type ReplayEvent } from '../../state/replay/events.ts'
import { events, type Journey, journeys, replayMs, replaySpan, seek } from '../../state/replay/replay.ts'
import { sayEvent } from './say-event.ts'
import { useCalm } from './use-calm.ts'

type Span = { fromMs: number; untilMs: number }

const minuteMs = 60_000
// A key moves by about this many parts of the whole.
const parts = 400

/** The first of these that divides a journey into no more than so many parts. */
const stepOf = (spanMs: number) =>
  [1, 5, 15, 30, 60, 180, 360].map((minutes) => minutes * minuteMs).find((step) => spanMs / step <= parts) ?? 720 * minuteMs

const shareOf = (atMs: number, { fromMs, untilMs }: Span) => (untilMs > fromMs ? ((atMs - fromMs) / (untilMs - fromMs)) * 100 : 0)

/** The whole time as a slider, with what happened as marks on it, and by name what is behind and what comes. */
export const ReplayLine = () => (
  <div class="replay-line">
    <Marks />
    <Slider />
    <Beside />
  </div>
)

const Slider = () => {
  const [span, ms] = [replaySpan.value, replayMs.value]
  if (!span || ms === undefined) return null
  return (
    <input
      type="range"
      class="replay-slider"
      min={span.fromMs}
      max={span.untilMs}
      step={stepOf(span.untilMs - span.fromMs)}
      value={ms}
      aria-label={t('replay.time')}
      aria-valuetext={formatExact(ms, 'UTC')}
      onInput={({ currentTarget }) => seek(Number(currentTarget.value))}
    />
  )
}

// Apart from what changes with every frame.
const Marks = () => {
  const span = replaySpan.value
  return (
    <div class="replay-marks" aria-hidden="true">
      {span &&
        events.value.map((event, index) => (
          <Mark key={`${event.shipmentId} ${event.kind} ${event.atMs} ${index}`} event={event} span={span} />
        ))}
    </div>
  )
}

const Mark = ({ event, span }: { event: ReplayEvent; span: Span }) => {
  const start = shareOf(event.atMs, span)
  const lasts = event.kind === 'alert' ? shareOf(Math.min(event.untilMs ?? span.untilMs, span.untilMs), span) - start : 0
  const tone = event.kind === 'alert' ? `alert replay-mark-${event.severity}` : event.kind
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: for pointers; the list of events holds the same as buttons.
    <span
      class={`replay-mark replay-mark-${tone}`}
      style={{ insetInlineStart: `${start}%` }}
      data-exact={named(event, journeys.value)}
      onClick={() => seek(event.atMs)}
    >
      {lasts > 0 && <span class="replay-lasts" style={{ width: `calc((100cqw - 16px) * ${lasts / 100})` }} />}
    </span>
  )
}

/** An event by name, with the shipment where there are several, and when. */
const named = (event: ReplayEvent, all: readonly Journey[]) =>
  [all.length > 1 ? event.trackingNumber : '', sayEvent(event, all), formatDateTime(event.atMs, 'UTC')].filter(Boolean).join(' · ')

/** The last event before the time that is shown and the next one after it, as often as it can be read. */
const Beside = () => {
  const ms = useCalm(replayMs).value
  if (ms === undefined) return null
  const all = journeys.value
  const told = (event: ReplayEvent) => [all.length > 1 ? event.trackingNumber : '', sayEvent(event, all)].filter(Boolean).join(' · ')
  // An event at this very time has just happened.
  const [last, next] = [eventBeside(events.value, ms + 1, -1), eventBeside(events.value, ms, 1)]
  return (
    <p class="replay-beside">
      <span>{last && t('replay.last', { event: told(last), duration: formatDuration(ms - last.atMs) })}</span>
      <span>{next && t('replay.next', { event: told(next), duration: formatDuration(next.atMs - ms) })}</span>
    </p>
  )
}
