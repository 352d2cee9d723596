import { countryName } from '../../format/country.ts'
import { t } from '../../i18n/t.ts'
import type { ReplayEvent } from '../../state/replay/events.ts'
import type { Journey } from '../../state/replay/replay.ts'

/** "Departed, Shanghai": what happened and where. */
export const sayEvent = (event: ReplayEvent, journeys: readonly Journey[]) => {
  if (event.kind === 'alert') return t(`alert.${event.alert}`)
  if (event.kind === 'customs')
    return t('replay.customs', { country: countryName(event.country), state: t(`customs-state.${event.state}`) })
  const legs = journeys.find(({ shipment }) => shipment.id === event.shipmentId)?.shipment.legs ?? []
  const place = legs.flatMap(({ origin, destination }) => [origin, destination]).find(({ code }) => code === event.locationCode)
  const name = place?.name ?? event.locationCode
  const what = t(`milestone.${event.code}`)
  return name ? t('replay.at-place', { what, place: name }) : what
}
