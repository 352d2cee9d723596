import { isHeld } from '@lading/shared/domain/customs-entry'
import { isFinished, type ShipmentState } from '@lading/shared/domain/shipment-state'
import type { TrackedLeg, TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import { isThere } from '../customs/where-cleared.ts'

/**
 * The state that the legs' times tell, and customs: goods that are held where they are cleared are an exception until they are
 * released; what is held on its way there may be released by the time that it comes. What
 * people say stands beside that, also while goods are held, and after.
 */
export const stateOf = (
  legs: TrackedLeg[],
  { state: before, saidState, customs }: Pick<TrackedShipment, 'state' | 'saidState' | 'customs'>,
): ShipmentState => {
  if (isFinished(before)) return before
  const last = legs.at(-1)
  if (last?.actualArrival) return 'delivered'
  if (
    customs.some((its) => its.entry && isHeld(its.entry.state) && isThere(legs, its)) &&
    (saidState === null || saidState === 'exception')
  )
    return 'exception'
  if (saidState !== null) return saidState
  if (!legs[0]?.actualDeparture) return before === 'pending' ? 'pending' : 'info-received'
  return last?.mode === 'parcel' && last.actualDeparture ? 'out-for-delivery' : 'in-transit'
}
