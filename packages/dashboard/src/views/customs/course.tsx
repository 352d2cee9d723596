import type { CustomsEntry } from '@lading/shared/contract/customs'
import type { Location } from '@lading/shared/contract/location'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { formatList } from '../../format/list.ts'
import { t } from '../../i18n/t.ts'
import { Time } from '../parts/time.tsx'

/** What was told of a declaration, the latest first. */
export const Course = ({ events, place }: { events: CustomsEntry['events']; place: Location | undefined }) =>
  events.length === 0 ? null : (
    <ol class="events">
      {events.toReversed().map(({ state, eventTime, source, documents, note }) => (
        <li key={`${state} ${eventTime}`}>
          <Time at={eventTime} place={place} text={formatDateTime(Date.parse(eventTime), place?.zone ?? viewerZone)} />
          <span>
            <strong>{t(`customs-state.${state}`)}</strong>
            {documents.length > 0 && <small>{t('customs.asked-for', { documents: formatList(documents) })}</small>}
            {note && <small dir="auto">{note}</small>}
            <small>{t(`source.${source}`)}</small>
          </span>
        </li>
      ))}
    </ol>
  )
