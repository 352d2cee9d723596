import { isFinished, type ShipmentState } from '@lading/shared/domain/shipment-state'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'

// What people say about a shipment that no position can show; it stands until they say otherwise or the goods arrive.
const saidByPeople: ShipmentState[] = ['attempt-failed', 'available-for-pickup', 'exception']

/** The state that the legs' times tell. */
export const stateOf = (legs: TrackedLeg[], before: ShipmentState): ShipmentState => {
  if (isFinished(before)) return before
  const last = legs.at(-1)
  if (last?.actualArrival) return 'delivered'
  if (saidByPeople.includes(before)) return before
  if (!legs[0]?.actualDeparture) return before === 'pending' ? 'pending' : 'info-received'
  return last?.mode === 'parcel' && last.actualDeparture ? 'out-for-delivery' : 'in-transit'
}
