import type { Lane } from '../journey/lane.ts'
import { airLanes } from './air.ts'
import { coldChainLanes } from './cold-chain.ts'
import { parcelLanes } from './parcel.ts'
import { railLanes } from './rail.ts'
import { roadLanes } from './road.ts'
import { seaLanes } from './sea.ts'

/** Lanes by what a person would ask for; made when asked, as ports are looked up in sea-ports. */
export const scenarios = {
  sea: seaLanes,
  air: airLanes,
  road: roadLanes,
  rail: railLanes,
  parcel: parcelLanes,
  'cold-chain': coldChainLanes,
} as const satisfies Record<string, () => Lane[]>

export type Scenario = keyof typeof scenarios
export const scenarioNames = Object.keys(scenarios) as Scenario[]
export const isScenario = (name: string): name is Scenario => Object.hasOwn(scenarios, name)
