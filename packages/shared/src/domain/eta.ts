import type { StageKind } from './stage.ts'

/** A stage of the journey as an arrival time sees it. Hours are of the whole stage; of one that is over, what it took. */
export type EtaStage = {
  /** Of the leg, or of the leg that is waited for. */
  sequence: number
  kind: StageKind
  state: 'done' | 'running' | 'ahead'
  p10Hours: number
  p50Hours: number
  p90Hours: number
  /** How much of what is not known of the arrival is not known of this stage; all shares add up to 1. */
  shareOfSpread: number
  /** How many past stages like it speak for it, and how alike they are; nothing where the plan speaks. */
  basis: { group: 'lane' | 'destination' | 'all' | 'none'; journeys: number } | null
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
}
