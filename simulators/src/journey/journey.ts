import type { Location } from '@lading/shared/contract/location'
import type { NewShipment } from '@lading/shared/contract/shipment'
import type { Mode } from '@lading/shared/domain/mode'
import type { Clearance } from '../customs/clearance.ts'
import type { Line } from '../movement/line.ts'
import type { Movement } from '../movement/movement.ts'

/** What goes wrong on some journeys. */
export const troubleKinds = [
  'reefer-failure',
  'breakdown',
  'rough-handling',
  'silence',
  'low-battery',
  'congestion',
  'border-wait',
  'customs-hold',
] as const
export type TroubleKind = (typeof troubleKinds)[number]

/** It happens from `fromMs` until `untilMs`. */
export type Trouble = { kind: TroubleKind; fromMs: number; untilMs: number }

/** How the goods are kept. A set point makes it a reefer. */
export type Cargo = { setPointC: number | null; minC: number | null; maxC: number | null; humidityPct: number }

export type JourneyLeg = {
  mode: Mode
  carrier: string
  vessel: string
  origin: Location
  destination: Location
  line: Line
  /** From `departureMs` on. */
  movement: Movement
  plannedDepartureMs: number
  plannedArrivalMs: number
  departureMs: number
  arrivalMs: number
}

/**
 * The truth about one consignment from door to door: what the plan says and what really happens, all of it decided by seed,
 * scenario and start. Devices only report it.
 */
export type Journey = {
  seed: string
  scenario: string
  deviceId: string
  trackingNumber: string
  cargo: Cargo
  legs: JourneyLeg[]
  /** Where it enters the customs territory of its destination; nothing where it does not. */
  clearance: Clearance | null
  trouble: Trouble | null
  /** First planned departure. */
  startMs: number
  /** The consignee has it. */
  deliveredMs: number
  /** What a shipper would send to Lading beforehand. */
  booking: NewShipment
  locations: Location[]
}
