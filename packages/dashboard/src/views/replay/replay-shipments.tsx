import { normaliseLon } from '@lading/shared/geo/point'
import { formatCoordinates, placeNear } from '../../format/position.ts'
import { t } from '../../i18n/t.ts'
import { selectedId } from '../../state/address/live-map.ts'
import { locations } from '../../state/map/locations.ts'
import { journeys, replayPlaces } from '../../state/replay/replay.ts'
import type { PlaceAt } from '../../state/replay/timed-track.ts'
import { select } from '../../state/shipment/select.ts'
import { useCalm } from './use-calm.ts'

/** Which shipments are replayed and where each was; one that is chosen opens beside the map, and its charts follow. */
export const ReplayShipments = () => {
  const places = useCalm(replayPlaces).value
  return (
    <ul class="replay-shipments" aria-label={t('replay.shipments')}>
      {journeys.value.map(({ shipment: { id, trackingNumber } }) => (
        <li key={id}>
          <button type="button" class="replay-shipment" aria-pressed={id === selectedId.value} onClick={() => select(id, 'map')}>
            <strong>{trackingNumber}</strong>
            <span>{where(places.get(id))}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const where = (place: PlaceAt | undefined) => {
  if (!place) return t('position.none')
  if (!place.sure) return t('replay.unknown')
  const near = placeNear(place, locations.value)
  return near ? t('replay.near', { place: near.name }) : formatCoordinates({ lat: place.lat, lon: normaliseLon(place.lon) })
}
