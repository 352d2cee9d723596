import type { ShipmentState } from '@lading/shared/domain/shipment-state'
import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { type Arrival, arrivalOf } from './arrival.ts'
import { type Condition, conditionOf, type Measured } from './condition.ts'
import { type CustomsCard, customsOf } from './customs.ts'
import { type DutiesCard, dutiesOf } from './duties.ts'
import { type Event, historyOf } from './history.ts'
import { type Place, publicPlace } from './place.ts'
import { type Step, stepsOf } from './steps.ts'

/**
 * Everything that a tracking page shows, and nothing else: whoever has the link sees this. A field is added here or it is
 * not shown. Left out on purpose: names of people and firms, addresses, devices, exact positions, goods,
 * values, alerts, and of customs who declares it, under which reference and with which documents.
 */
export type ConsumerView = {
  trackingNumber: string
  state: ShipmentState
  arrival: Arrival
  /** When a device was last heard of or the arrival was last computed; before that, when it was announced. */
  updatedAt: string
  origin: Place
  destination: Place
  customs: CustomsCard | null
  /** What is to be paid at the border, and whether it is. */
  duties: DutiesCard | null
  steps: Step[]
  /** For goods with agreed temperatures, where they were measured. */
  condition: Condition | null
  history: Event[]
  /** Once it is delivered: when it was handed over, and the words that were recorded for everybody. */
  proof: { at: string; note: string | null } | null
}

export const whatConsumersSee = (shipment: ShownShipment, measured?: Measured): ConsumerView => {
  const origin = shipment.legs[0]?.origin
  const destination = shipment.legs.at(-1)?.destination
  if (!origin || !destination) throw new Error(`the shipment ${shipment.id} has no legs`)
  return {
    trackingNumber: shipment.trackingNumber,
    state: shipment.state,
    arrival: arrivalOf(shipment, destination.zone),
    updatedAt: newest([shipment.position?.recordedAt, shipment.eta?.computedAt]) ?? shipment.createdAt,
    origin: publicPlace(origin, shipment.legs),
    destination: publicPlace(destination, shipment.legs),
    customs: customsOf(shipment),
    duties: dutiesOf(shipment),
    steps: stepsOf(shipment),
    condition: conditionOf(shipment, measured),
    history: historyOf(shipment),
    proof: proofOf(shipment),
  }
}

const proofOf = ({ state, proofOfDelivery }: ShownShipment) =>
  state === 'delivered' && proofOfDelivery ? { at: proofOfDelivery.receivedAt, note: proofOfDelivery.note } : null

// ISO 8601 in UTC sorts as text.
const newest = (instants: (string | undefined)[]) =>
  instants
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1)
