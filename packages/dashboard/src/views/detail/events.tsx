import type { GeofenceVisit } from '@lading/shared/contract/geofence'
import type { Shipment } from '@lading/shared/contract/shipment'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Time } from '../parts/time.tsx'

type Line = { id: string; at: string; what: string; more: string; place?: Shipment['legs'][number]['origin'] | undefined }

/** What happened, the latest first; a milestone that was corrected gives way to its correction. */
export const Events = ({ shipment: { milestones, legs, visits = [] } }: { shipment: Shipment }) => {
  const corrected = new Set(milestones.map(({ corrects }) => corrects))
  const places = new Map(legs.flatMap(({ origin, destination }) => [origin, destination]).map((place) => [place.code, place]))
  const happened = milestones
    .filter(({ classifier, id }) => classifier === 'ACT' && !corrected.has(id))
    .map(({ id, code, eventTime, locationCode, source }): Line => {
      const place = locationCode === null ? undefined : places.get(locationCode)
      const more = [place?.name ?? locationCode, t(`source.${source}`)].filter(Boolean).join(', ')
      return { id, at: eventTime, what: t(`milestone.${code}`), more, place }
    })
  const lines = [...happened, ...visits.flatMap(linesOf)].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  if (lines.length === 0) return <p class="section-note">{t('detail.milestones-none')}</p>
  return (
    <ol class="events">
      {lines.map(({ id, at, what, more, place }) => (
        <li key={id}>
          <Time at={at} place={place} text={formatDateTime(Date.parse(at), place?.zone ?? viewerZone)} />
          <span>
            <strong>{what}</strong>
            <small>{more}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}

const after = (at: string | null) => (at === null ? '' : t('visit.after', { time: formatDateTime(Date.parse(at), viewerZone) }))

/** A stay within a geofence began, and ended; each between two reports. */
const linesOf = ({ geofenceId, name, enteredAfter, enteredAt, leftAfter, leftAt }: GeofenceVisit): Line[] => [
  {
    ...{ id: `${geofenceId} ${enteredAt} in`, at: enteredAt, what: t('visit.entered', { name }) },
    more: enteredAfter === null ? t('visit.first-seen') : after(enteredAfter),
  },
  ...(leftAt === null
    ? []
    : [{ id: `${geofenceId} ${enteredAt} out`, at: leftAt, what: t('visit.left', { name }), more: after(leftAfter) }]),
]
