import type { RiskEvidence } from '@lading/shared/domain/risk'
import type { RiskSubject } from '@lading/store/postgres/risk/load-due'
import type { Surroundings } from '@lading/store/postgres/risk/surroundings'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import type { WatchedHazard } from '@lading/store/postgres/watched/load'

/** What a rule may look at. */
export type RiskSeen = {
  subject: RiskSubject
  surroundings: Surroundings
  /** All that people told, also those that are over. */
  hazards: WatchedHazard[]
  now: Date
}

/** One thing that may speak against a promise; nothing where it does not. Weights are judgement, to be held against what comes. Pure. */
export type RiskRule = (seen: RiskSeen) => RiskEvidence[]

/** Legs that are not over, the one under way first. */
export const legsAhead = ({ subject: { legs } }: RiskSeen): TrackedLeg[] => legs.filter(({ actualArrival }) => !actualArrival)

/** The open alert of the kind, if there is one. */
export const alertOf = ({ subject: { alerts } }: RiskSeen, kind: RiskSubject['alerts'][number]['kind']) =>
  alerts.find((alert) => alert.kind === kind)

export const hoursBetween = (from: Date, until: Date) => (until.getTime() - from.getTime()) / 3_600_000
export const rounded = (value: number) => Math.round(value * 10) / 10
