import type { AlertKind } from '@lading/shared/domain/alert'
import type { Reading } from '@lading/shared/domain/reading'
import type { OpenAlert } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Finding, Seen, Verdict } from '@lading/workers/models/alerts/rule'
import { at, threeLegs } from '../../a-journey.ts'

/** What a rule sees of a shipment on its first leg at hour 6, unless said otherwise. */
export const seen = (some: Partial<Seen> = {}): Seen => {
  const legs = threeLegs().map((leg, index) => (index === 0 ? { ...leg, actualDeparture: at(2) } : leg))
  return {
    shipment: {
      ...{ state: 'in-transit', customs: [] },
      limits: { temperatureMinC: 2, temperatureMaxC: 8, shockMaxG: 5 },
      promisedAt: at(30),
      devices: [],
      createdAt: at(-24),
      trackedUntil: at(5),
    },
    legs,
    leg: legs[0],
    readings: [],
    newSinceMs: 0,
    fixes: [],
    eta: undefined,
    stays: [],
    hazards: [],
    now: at(6),
    ...some,
  }
}

export const reading = (hours: number, measurements: Partial<Reading>): Reading => ({
  deviceId: 'd',
  recordedAtMs: at(hours).getTime(),
  receivedAtMs: at(hours).getTime(),
  ...measurements,
})

/** The alert that stands after a finding. */
export const opened = (kind: AlertKind, verdict: Verdict): OpenAlert => {
  const { severity, message, facts } = verdict as Finding
  return { id: kind, kind, severity, message, facts, openedAt: at(0), version: 1, snoozedUntil: null, resolvedAt: null, setAside: null }
}
