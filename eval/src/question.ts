import type { FaultLevel } from '@lading/simulators/faults/rates'

/** Measures by name, in the units the question states. */
export type Measures = Record<string, number>

/** What one set of data says of the model, and of the simple rules beside it. */
export type SetResult = {
  set: string
  /** Rows, series or items judged. */
  n: number
  model: Measures
  baselines: Record<string, Measures>
  rowsPerSecond?: number
  seriesPerSecond?: number
  /** Learning from the part that is known, on one core. */
  trainSeconds?: number
}

/** One thing Lading predicts, and how it is shown what its predictions are worth. */
type Predicted = {
  name: string
  about: string
  /** The measures a person looks at first, in the order of the table. */
  shown: string[]
  /** Those by which a method is said to be better than another. */
  decides: Record<string, 'lower' | 'higher'>
  /** Baselines that are no rule anybody could follow, but a bound. */
  bounds?: string[]
}

/**
 * Judged on data. `find` lists the sets below a path, which may itself be one set; it is empty when there is none. `judge` learns from
 * the past part of a set and predicts the rest, in order, without looking ahead.
 */
export type OnData = Predicted & {
  find: (path: string) => Promise<string[]>
  judge: (set: string, say: (line: string) => void) => Promise<SetResult>
}

/** A simulated world: the same flags make the same one. */
export type World = { seed: string; journeys: number; past: number; faults: FaultLevel }

/** Judged against the truth of a simulated world, which it sees as devices report it. */
export type InWorld = Predicted & { live: (world: World, say: (line: string) => void) => Promise<SetResult[]> }

export type Question = OnData | InWorld
export const isInWorld = (question: Question): question is InWorld => 'live' in question
