import type { AlertKind } from './alert.ts'

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
}

/** Holds only while every kind has its facts. */
export type FactsAreComplete = AlertKind extends keyof FactsOf ? true : never
