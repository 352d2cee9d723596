import type { Shipment } from '@lading/shared/contract/shipment'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Time } from '../time.tsx'

/** What happened, the latest first; a milestone that was corrected gives way to its correction. */
export const Events = ({ shipment: { milestones, legs } }: { shipment: Shipment }) => {
  const corrected = new Set(milestones.map(({ corrects }) => corrects))
  const happened = milestones
    .filter(({ classifier, id }) => classifier === 'ACT' && !corrected.has(id))
    .sort((a, b) => Date.parse(b.eventTime) - Date.parse(a.eventTime))
  const places = new Map(legs.flatMap(({ origin, destination }) => [origin, destination]).map((place) => [place.code, place]))
  if (happened.length === 0) return <p class="section-note">{t('detail.milestones-none')}</p>
  return (
    <ol class="events">
      {happened.map(({ id, code, eventTime, locationCode, source }) => {
        const place = locationCode === null ? undefined : places.get(locationCode)
        return (
          <li key={id}>
            <Time at={eventTime} place={place} text={formatDateTime(Date.parse(eventTime), place?.zone ?? viewerZone)} />
            <span>
              <strong>{t(`milestone.${code}`)}</strong>
              <small>{[place?.name ?? locationCode, t(`source.${source}`)].filter(Boolean).join(', ')}</small>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
