import type { Channel } from './customs-channel.ts'
import type { CustomsState } from './customs-entry.ts'
import { stageKinds } from './stage.ts'

/** The parts of an arrival time: those that journeys are learnt by, and customs, which runs beside a wait and may make it longer. */
export const etaStageKinds = [...stageKinds, 'customs'] as const
export type EtaStageKind = (typeof etaStageKinds)[number]

type Hours = { p10Hours: number; p50Hours: number; p90Hours: number }

/**
 * A stage of the journey as an arrival time sees it. Hours are of the whole stage; of one that is over, what it took. Of customs they are
 * what it adds to the wait that it runs beside, so that the middles of all stages add up.
 */
export type EtaStage = Hours & {
  /** Of the leg, or of the leg that is waited for. */
  sequence: number
  kind: EtaStageKind
  state: 'done' | 'running' | 'ahead'
  /** How much of what is not known of the arrival is not known of this stage; all shares add up to 1. */
  shareOfSpread: number
  /** How many past stages like it speak for it, and how alike they are; nothing where the plan speaks. */
  basis: { group: 'lane' | 'destination' | 'all' | 'none'; journeys: number } | null
  /** Of customs only. */
  customs?: EtaCustoms
}

/** What is expected of customs, and why. Reasons are codes with facts, for the face to word. */
export type EtaCustoms = {
  country: string
  office: string | null
  /** `draft` where nothing was told. */
  state: CustomsState
  /** Since when it is in this state. */
  since: string | null
  /** From lodging, or from when the goods are there where it is not lodged, to release; of one that is over, what it took. */
  hours: Hours
  /** From now to release; nothing where it is over. */
  left: Hours | null
  /** Probability of each channel. */
  channels: Record<Channel, number>
  /** The narrowest group of past clearances that carries weight, and how many they are; older ones count less. */
  basis: { level: string; outcomes: number }
  reasons: ({ code: string } & Record<string, unknown>)[]
}

/** An arrival time as an interval: of shipments like this one, 10 %, 50 % and 90 % arrive by then. */
export type Eta = {
  p10: Date
  p50: Date
  p90: Date
  computedAt: Date
  /** The probability of arriving after what was promised; nothing where nothing was. */
  missProbability?: number | null
  /** The parts it is made of, in the order of travel. */
  stages?: EtaStage[] | null
  /** What the parts added up to, in hours from then, before it was moved to where the truth has lain in such sums. */
  addedUp?: AddedUpHours | null
}

export type AddedUpHours = { p10: number; p50: number; p90: number }
