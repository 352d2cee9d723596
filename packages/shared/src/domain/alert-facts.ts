import type { AlertKind } from './alert.ts'
import type { CustomsState } from './customs-entry.ts'

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
  late: { lateMinutes: number; promisedAt: string; expectedAt: string }
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
    stateBefore: string | null
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
}

/** Holds only while every kind has its facts. */
export type FactsAreComplete = AlertKind extends keyof FactsOf ? true : never
