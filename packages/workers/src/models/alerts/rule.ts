import type { Severity } from '@lading/shared/domain/alert'
import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import type { Reading } from '@lading/shared/domain/reading'
import type { AlertFacts, OpenAlert, TrackedLeg, TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import type { WatchedHazard } from '@lading/store/postgres/watched/load'
import type { EtaEstimate } from '../eta/estimate.ts'
import type { Fix } from '../fix.ts'
import type { Stay } from '../geofences/follow-stays.ts'

/** What a rule may look at. */
export type Seen = {
  shipment: Pick<TrackedShipment, 'state' | 'limits' | 'promisedAt' | 'devices' | 'customs' | 'createdAt' | 'trackedUntil'>
  legs: TrackedLeg[]
  /** The leg on its way or waiting to begin; none once all arrived. */
  leg: TrackedLeg | undefined
  /** Readings of the last hours, oldest first, some of them looked at before. */
  readings: Reading[]
  /** Readings after this were not looked at before. */
  newSinceMs: number
  /** Positions of the last hours or more, oldest first, without wild jumps. */
  fixes: Fix[]
  eta: SeenEta | undefined
  /** Fences that it is or was within. */
  stays: Stay[]
  /** All that people told, also those that are over. */
  hazards: WatchedHazard[]
  /** What is wrong with what will be declared; nothing of what has left, or passes no customs. */
  declared?: Declared | undefined
  now: Date
}

export type Declared = { country: string; findings: DeclarationFinding[] }

type SeenEta = { p10: Date; p50: Date } & Partial<Pick<EtaEstimate, 'p90' | 'missProbability' | 'missWithoutCustoms' | 'legs' | 'stages'>>

/**
 * The cause is there. `figure` names the fact that matters; an open alert is updated when it changed by a `step`, the severity did, or
 * where the rule says that something else `isNews`. One that somebody set aside comes back when the figure grew by `material` since,
 * three steps where nothing is said; where less is worse, `material` is below zero. It also comes back where the rule says that it is
 * about something else than the facts of then were (`isAnother`).
 */
export type Finding = {
  severity: Severity
  message: string
  facts: AlertFacts
  figure: { name: string; step: number; material?: number }
  isNews?: boolean
  isAnother?: (setAside: AlertFacts) => boolean
}

/** `unclear` leaves things as they are: an open alert stays open, and none is opened. */
export type Verdict = Finding | 'over' | 'unclear'

/** One cause of alarm. Told what is seen and the alert that is open for it, if one is. Pure. */
export type Rule = (seen: Seen, open: OpenAlert | undefined) => Verdict

/** A number with at most one decimal, as a sentence has it. */
export const plain = (value: number) => String(Math.round(value * 10) / 10)
