import { isHeld } from '@lading/shared/domain/customs-entry'
import { isFinished, type ShipmentState } from '@lading/shared/domain/shipment-state'
import type { TrackedLeg, TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import { isThere } from '../customs/where-cleared.ts'

// What people say about a shipment that no position can show; it stands until they say otherwise or the goods arrive.
const saidByPeople: ShipmentState[] = ['attempt-failed', 'available-for-pickup', 'exception']

/**
 * The state that the legs' times tell, and customs: goods that are held where they are cleared are an exception until they are
 * released; what is held on its way there may be released by the time that it comes. An
 * exception that people called so before goods were held is one afterwards.
 */
export const stateOf = (
  legs: TrackedLeg[],
  { state: before, customs, openAlerts }: Pick<TrackedShipment, 'state' | 'customs' | 'openAlerts'>,
): ShipmentState => {
  if (isFinished(before)) return before
  const last = legs.at(-1)
  if (last?.actualArrival) return 'delivered'
  if (
    customs.some((its) => its.entry && isHeld(its.entry.state) && isThere(legs, its)) &&
    !['attempt-failed', 'available-for-pickup'].includes(before)
  )
    return 'exception'
  const hold = openAlerts.find(({ kind }) => kind === 'customs-hold')
  const isOfCustoms = before === 'exception' && hold !== undefined && hold.facts.stateBefore !== 'exception'
  if (saidByPeople.includes(before) && !isOfCustoms) return before
  if (!legs[0]?.actualDeparture) return before === 'pending' ? 'pending' : 'info-received'
  return last?.mode === 'parcel' && last.actualDeparture ? 'out-for-delivery' : 'in-transit'
}
