import { fewestCases } from '../accuracy/beside-naive.ts'
import { shareInterval } from '../accuracy/share-interval.ts'

/** A probability that was told, that of the arrival interval alone at the same moment, and whether the promise was broken. */
export type ToldRisk = { probability: number; base: number; broken: boolean }

export type ReliabilityBin = {
  from: number
  until: number
  cases: number
  /** What was told in the mean; null of none. */
  told: number | null
  /** How often it came true, and between which shares the true one lies with 95 % confidence; null of none. */
  broken: number | null
  interval: { from: number; until: number } | null
}

export type Reliability = {
  cases: number
  /** Fewer than these claim nothing. */
  enough: boolean
  bins: ReliabilityBin[]
  /** Mean squared error of the probability (Brier 1950), and that of the interval alone; null of too few. */
  brier: number | null
  brierOfBase: number | null
}

/** As people act on them: leave alone, watch, more likely than not, hardly to be saved. */
const edges = [0, 0.1, 0.2, 0.35, 0.5, 0.8, 1]

/** Whether what was told came true as often as it said. The cases have to be of different shipments, or they are not independent. */
export const reliabilityOf = (cases: readonly ToldRisk[]): Reliability => {
  const enough = cases.length >= fewestCases
  const bins = edges.slice(1).map((until, at): ReliabilityBin => {
    const from = edges[at] as number
    const its = cases.filter(({ probability }) => probability >= from && (probability < until || until === 1))
    const broken = its.filter((each) => each.broken).length
    if (its.length === 0) return { from, until, cases: 0, told: null, broken: null, interval: null }
    const told = its.reduce((sum, { probability }) => sum + probability, 0) / its.length
    return { from, until, cases: its.length, told, broken: broken / its.length, interval: shareInterval(broken, its.length) }
  })
  const brier = (of: (each: ToldRisk) => number) =>
    enough ? cases.reduce((sum, each) => sum + (of(each) - Number(each.broken)) ** 2, 0) / cases.length : null
  return { cases: cases.length, enough, bins, brier: brier(({ probability }) => probability), brierOfBase: brier(({ base }) => base) }
}
