import type { ShipmentState } from '@lading/shared/domain/shipment-state'
import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { historyOf, type ShownCode } from './history.ts'

/**
 * Everything that the number alone shows, for numbers can be guessed: the state, and what happened last in which country on
 * which day. No town, no hour, no window of arrival, no map, nothing of anybody.
 */
export type StrangerView = { state: ShipmentState; last: { code: ShownCode; country: string; day: string } | null }

export const whatStrangersSee = (shipment: ShownShipment): StrangerView => {
  const last = historyOf(shipment).find(({ place }) => place !== null)
  return {
    state: shipment.state,
    last: last?.place ? { code: last.code, country: last.place.country, day: dayAt(last.at, last.place.zone) } : null,
  }
}

// The day at the place; Swedish dates are written as in ISO 8601.
const dayAt = (instant: string, zone: string) =>
  new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant))
