import type { Alert, AlertEvent } from '@lading/shared/contract/alert'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadAlert } from '../../data/server/act.ts'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Time } from '../parts/time.tsx'
import { sayEvent, whoDid } from './say-event.ts'

/** What was done about an alert, by whom and when; read when somebody wants to know, and again with every change. */
export const TimeLine = ({ alert: { id, openedAt, closedAt, updatedAt } }: { alert: Alert }) => {
  const isOpen = useSignal(false)
  const events = useSignal<AlertEvent[] | undefined>(undefined)
  useEffect(() => {
    if (!isOpen.value) return
    const controller = new AbortController()
    void loadAlert(id, controller.signal).then((result) => {
      if (result.ok) events.value = result.value.events
    })
    return () => controller.abort()
  }, [id, updatedAt, isOpen.value])
  return (
    <details
      class="alert-story"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{t('alerts.story')}</summary>
      {events.value && (
        <ol class="story">
          <Line at={openedAt} text={t('event.opened')} />
          {events.value.map((event) => (
            <Line key={event.id} at={event.at} text={sayEvent(event)} who={whoDid(event)} note={event.note} />
          ))}
          {closedAt && <Line at={closedAt} text={t('event.closed')} />}
        </ol>
      )}
    </details>
  )
}

const Line = ({ at, text, who, note }: { at: string; text: string; who?: string | undefined; note?: string | null }) => (
  <li>
    <Time at={at} text={formatDateTime(Date.parse(at), viewerZone)} />
    <span>
      {who && <strong>{who}</strong>} {text}
      {note && <q dir="auto">{note}</q>}
    </span>
  </li>
)
