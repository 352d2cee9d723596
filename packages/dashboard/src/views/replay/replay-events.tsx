import { formatDateTime } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { IconName } from '../../icons/paths.ts'
import type { ReplayEvent } from '../../state/replay/events.ts'
import { events, journeys, replayMs, seek } from '../../state/replay/replay.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { sayEvent } from './say-event.ts'

const iconOf = (event: ReplayEvent): IconName => {
  if (event.kind === 'alert') return `severity-${event.severity}`
  return event.kind === 'customs' ? 'customs' : 'state-available-for-pickup'
}

/** Everything that happened, by name: the replay goes to what is chosen. */
export const ReplayEvents = () => (
  <Disclosure class="replay-events" summary={t('replay.events', { count: events.value.length })}>
    {(close) => (
      <ol class="replay-list">
        {events.value.map((event, index) => (
          <li key={`${event.shipmentId} ${event.atMs} ${index}`}>
            <button
              type="button"
              class="menu-item"
              aria-current={event.atMs === replayMs.value ? 'true' : undefined}
              onClick={() => {
                seek(event.atMs)
                close()
              }}
            >
              <span class={event.kind === 'alert' ? `label severity-${event.severity}` : 'label'}>
                <Icon name={iconOf(event)} />
              </span>
              <time dateTime={new Date(event.atMs).toISOString()}>{formatDateTime(event.atMs, 'UTC')}</time>
              <span class="menu-text">
                {sayEvent(event, journeys.value)}
                {journeys.value.length > 1 && <small>{event.trackingNumber}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    )}
  </Disclosure>
)
