import type { AlertKind, Severity } from '@lading/shared/domain/alert'
import type { Eta } from '@lading/shared/domain/eta'
import type { LocationKind } from '@lading/shared/domain/location'
import type { Mode } from '@lading/shared/domain/mode'
import type { SaidState, ShipmentState } from '@lading/shared/domain/shipment-state'
import type { LonLat, Point } from '@lading/shared/geo/point'
import type { CustomsCase } from '../customs/cases-of.ts'

/** A place as tracking sees it: a circle. */
export type TrackedPlace = Point & { code: string; name: string; kind: LocationKind; country: string; geofenceRadiusKm: number }

export type TrackedLeg = {
  sequence: number
  mode: Mode
  carrier: string
  origin: TrackedPlace
  destination: TrackedPlace
  plannedDeparture: Date
  plannedArrival: Date
  estimatedDeparture: Date | null
  estimatedArrival: Date | null
  actualDeparture: Date | null
  /** When half of the way was behind. */
  halfwayAt: Date | null
  actualArrival: Date | null
  /** Planned route; empty until it is computed. */
  route: LonLat[]
}

/** A device while it speaks for the shipment; `until` open where it still does. */
export type TrackedDevice = { deviceId: string; from: Date; until: Date | null; reportIntervalS: number; lastRecordedAt: Date | null }

export type AlertFacts = Record<string, string | number | null>
/** An alert whose cause was there when last looked at, also one that somebody snoozed or resolved. */
export type OpenAlert = {
  id: string
  kind: AlertKind
  severity: Severity
  message: string
  facts: AlertFacts
  openedAt: Date
  version: number
  snoozedUntil: Date | null
  resolvedAt: Date | null
  /** How bad it was when it was snoozed or resolved last. */
  setAside: { severity: Severity; facts: AlertFacts } | null
}

/** A clearance that the shipment goes through, and the newest prediction of its release that was kept. */
export type TrackedCustoms = CustomsCase & { kept: { madeAt: Date; p50: number } | null }

/** The ends of a stay within a geofence, as far as fixes tell: between `…After` and `…At`. */
export type VisitTimes = { enteredAfter: Date | null; enteredAt: Date; leftAfter: Date | null; leftAt: Date | null }
export type TrackedVisit = VisitTimes & { id: number; geofenceId: string }

export type TrackedPosition = Point & { at: Date; speedKmh: number | null; headingDeg: number | null }

/** All that following a shipment needs to know of its past. */
export type TrackedShipment = {
  id: string
  trackingNumber: string
  state: ShipmentState
  /** What people say of it that no position can show. */
  saidState: SaidState | null
  promisedAt: Date | null
  limits: { temperatureMinC: number | null; temperatureMaxC: number | null; shockMaxG: number | null }
  position: TrackedPosition | null
  progress: number
  eta: Eta | null
  /** The newest ETA that was kept for history. */
  keptEta: Eta | null
  trackedUntil: Date | null
  createdAt: Date
  updatedAt: Date
  /** In the order of travel; at least one. */
  legs: TrackedLeg[]
  devices: TrackedDevice[]
  /** In the order of travel; none where nothing is declared. */
  customs: TrackedCustoms[]
  openAlerts: OpenAlert[]
  /** Stays within geofences, oldest first. */
  visits: TrackedVisit[]
}
