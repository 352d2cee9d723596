import type { AlertKind } from './alert.ts'
import type { CustomsState } from './customs-entry.ts'
import type { HazardKind } from './hazard.ts'
import type { RiskKind } from './risk.ts'

/** What loses a journey its time: a leg, a wait, or customs. */
export type LateCause = 'leg' | 'wait' | 'customs'

/**
 * What is told with an alert of each kind, so that a face can word it in its own language. Units are in the names; what was not told
 * by older versions may be missing.
 */
export type FactsOf = {
  temperature: {
    temperatureC: number
    worstC: number
    limitMinC: number | null
    limitMaxC: number | null
    sinceAt: string
    minutes: number
  }
  shock: { worstG: number; shockMaxG: number; shocks: number; lastAt: string }
  stalled: { hours: number; sinceAt: string; lat: number; lon: number; from: string; to: string }
  'off-route': { asideKm: number; worstKm: number; corridorKm: number; from: string; to: string }
  'silent-device': { deviceId: string; minutes: number; lastRecordedAt: string | null; everyMinutes: number }
  'low-battery': { batteryPct: number }
  late: {
    lateMinutes: number
    promisedAt: string
    expectedAt: string
    /** What loses most of the time, where one thing does; at `causeFrom`, or between it and `causeTo`. */
    cause?: LateCause | null
    causeFrom?: string | null
    causeTo?: string | null
  }
  'customs-hold': {
    state: CustomsState
    country: string
    office: string | null
    legSequence: number
    sinceAt: string
    hours: number
    /** Those that are asked for and not there, with commas between. */
    documents: string | null
    note: string | null
  }
  'customs-delay': {
    /** ISO 3166-1 alpha-2, with commas between where there are several. */
    countries: string
    p50Hours: number
    p90Hours: number
    /** Probability that the goods are examined. */
    examination: number
    missingDocuments: string | null
    restrictions: string | null
    missProbability: number
    missWithoutCustoms: number
  }
  'free-time': {
    country: string
    office: string | null
    legSequence: number
    lastFreeDay: string
    freeUntil: string
    /** Until the place charges for keeping the goods; below zero since it does. */
    hoursLeft: number
  }
  /** `findings` that would stop the goods, the most severe first; what they are is told with the shipment. */
  declaration: { country: string; findings: number; codes: string; documents: string | null }
  'geofence-entered': { geofenceId: string; name: string; others: number; sinceAt: string; hours: number }
  'geofence-left': { geofenceId: string; name: string; others: number; sinceAt: string; outsideKm: number; worstKm: number }
  'geofence-dwell': { geofenceId: string; name: string; others: number; sinceAt: string; hours: number; limitHours: number }
  'hazard-ahead': {
    hazardId: string
    kind: HazardKind
    title: string
    others: number
    /** `within`: it is in the area now. `likely`: it will be while the hazard lasts. `possible`: it may be. */
    certainty: 'within' | 'likely' | 'possible'
    /** Along the planned route, to where the area begins; 0 within it. */
    kmAhead: number
    /** When it is expected there; null within it. */
    expectedAt: string | null
    validUntil: string | null
    from: string
    to: string
  }
  risk: {
    /** The rule that opened it. */
    ruleId: string
    rule: string
    /** By which kind; `together` for the probability that the promise is broken. */
    riskKind: RiskKind | 'together'
    /** The score or the probability. */
    score: number
    /** When nobody had acknowledged it for as long as the rule allows. */
    escalatedAt: string | null
  }
  drill: {
    /** What is rehearsed. */
    title: string
    riskKind: RiskKind
    startedBy: string
  }
}

/** Holds only while every kind has its facts. */
export type FactsAreComplete = AlertKind extends keyof FactsOf ? true : never
