/** What is known of a journey, or of one stage of it, when it is asked how long it will take. All but nothing may be missing. */
export type Journey = {
  /** Milliseconds UTC. Where journeys have no calendar, their order is their time and each is over before the next is asked for. */
  startedAtMs?: number
  mode?: string
  carrier?: string
  origin?: string
  destination?: string
  plannedHours?: number
  distanceKm?: number
  /** Anything else that is known beforehand: numbers and names. */
  facts?: Record<string, number | string>
}

export type FinishedJourney = Journey & { actualHours: number }

/** Hours that the journey will not have reached, or will have passed, with these probabilities. */
export type HoursQuantiles = { p10: number; p50: number; p90: number }

export const levels = [0.1, 0.5, 0.9] as const
/** The same three numbers as a list, in the order of the levels, while they are calculated with. */
export type Triple = [number, number, number]

export const hourMs = 3_600_000
/** When it was over, in milliseconds; NaN without a calendar. */
export const endedAtMs = ({ startedAtMs = Number.NaN, actualHours }: FinishedJourney) => startedAtMs + actualHours * hourMs
export const givenNumber = (value: number | string | undefined) =>
  typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN
