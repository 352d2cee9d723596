import type { ConditionName } from '@lading/shared/domain/reading'
import type { Fix } from './fix.ts'

export const hourMs = 3_600_000

/** When the hour of an instant begins. Hours are those of UTC. */
export const hourOf = (atMs: number) => Math.floor(atMs / hourMs) * hourMs

export type Figures = { count: number; min: number; mean: number; max: number }

/** What is left of the readings of one device in one hour, once the readings themselves have gone. */
export type HourlyFigures = {
  deviceId: string
  /** When the hour begins. */
  hourMs: number
  /** How many readings there were, and when the first and the last of them were made. */
  count: number
  firstMs: number
  lastMs: number
  /** The last place of the hour, with the time of that reading. */
  fix?: Fix
  conditions: { [name in ConditionName]?: Figures }
}
