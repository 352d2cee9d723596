import type { Columns } from './columns.ts'
import type { GroupStats } from './group-memory.ts'
import { type Grouping, groupKey, laneName } from './grouping.ts'
import { describe, type History, remember } from './history.ts'
import { givenNumber, type HoursQuantiles, type Journey, type Triple } from './journey.ts'
import { type Coverage, covered, learnCoverage } from './keep-coverage.ts'
import { learnMixture, type Mixture, mixed } from './mix-experts.ts'
import { askRecent, type RecentExpert, tellRecent } from './recent-expert.ts'
import type { Scale, ScaleBase } from './scale.ts'
import { settledRow } from './settled.ts'
import { askTrees, readyTreeExpert, type TreeExpert } from './tree-expert.ts'

/** All that a duration model is. `experts` says which answers are mixed: trees first, then what was usual lately. */
export type DurationState = {
  base: ScaleBase
  history: History
  recent: RecentExpert[]
  /** Which of `recent` are asked; the first is always kept up, for trees may compare with it. */
  asked: number[]
  trees: TreeExpert[]
  mixture: Mixture
  coverage: Coverage
}

export type DurationPart = { what: 'trees' | 'recent'; scale: Scale; p50: number; share: number }
export type DurationPrediction = HoursQuantiles & {
  /** The narrowest group with enough past journeys, and how many they are. */
  basis: { group: 'lane' | 'destination' | 'all' | 'none'; journeys: number; allJourneys: number }
  /** What each expert says by itself, and how much it counts for the middle. */
  parts: DurationPart[]
  /** What the experts said, for `learn`. */
  experts: Triple[]
}

/** Fewer past journeys than these are named, but nothing rests on them. */
const fewest = 5

export type DurationModel = {
  predict: (journey: Journey) => DurationPrediction
  /**
   * Learns how a journey went, when it is over. With the prediction that was made for it, it learns from that; without, from what it
   * would say now. Says false, and learns nothing, where the hours are no duration.
   */
  learn: (journey: Journey, actualHours: number, prediction?: Pick<DurationPrediction, 'experts'>) => boolean
  state: DurationState
}

export const createDurationModel = (state: DurationState): DurationModel => {
  const { base, history, recent, asked } = state
  const ready = state.trees.map(readyTreeExpert)
  const scales = [...state.trees.map(({ scale }) => scale), ...asked.map((at) => recent[at]?.scale as Scale)]

  const askExperts = (journey: Journey): Triple[] => {
    const lately = recent.map((expert) => askRecent(expert, journey, base))
    const answers: Triple[] = []
    if (ready.length > 0) {
      const row = describe(history, journey)
      const to = { planned: givenNumber(journey.plannedHours), recent: lately[0]?.[1] ?? Number.NaN }
      for (const expert of ready) {
        const its = expert.settled ? settledRow(expert.settled, history.columns, journey) : row
        answers.push(askTrees(expert, its, to, base))
      }
    }
    for (const at of asked) answers.push(lately[at] as Triple)
    return answers
  }

  return {
    state,
    predict: (journey) => {
      const experts = askExperts(journey)
      const [p10, p50, p90] = covered(state.coverage, combined(state, experts))
      const parts = experts.map((answer, at): DurationPart => {
        const what = at < ready.length ? 'trees' : 'recent'
        return { what, scale: scales[at] as Scale, p50: answer[1], share: state.mixture.weights[1]?.[at] as number }
      })
      return { p10, p50, p90, basis: basisOf(history, journey), parts, experts }
    },
    learn: (journey, actualHours, prediction) => {
      if (!Number.isFinite(actualHours) || actualHours < 0) return false
      const experts = prediction?.experts.length === scales.length ? prediction.experts : askExperts(journey)
      learnCombination(state, experts, actualHours)
      const finished = { ...journey, actualHours }
      for (const expert of recent) tellRecent(expert, finished, base)
      remember(history, finished)
      return true
    },
  }
}

type Combination = Pick<DurationState, 'mixture' | 'coverage'>

/** Experts are mixed level by level, so that levels can cross where they disagree (rearrangement: Chernozhukov et al. 2010). */
const combined = ({ mixture }: Combination, experts: Triple[]): Triple =>
  mixed(mixture, experts).sort((one, other) => one - other) as Triple

/** Learns from what the experts said and what came of it: how much each counts, how far the ends are to be moved. */
export const learnCombination = (combination: Combination, experts: Triple[], actualHours: number) => {
  learnCoverage(combination.coverage, combined(combination, experts), actualHours)
  learnMixture(combination.mixture, experts, actualHours)
}

const basisOf = ({ groupings, groups, all }: History, journey: Journey): DurationPrediction['basis'] => {
  const journeysOf = (name: string) => {
    const grouping: Grouping | undefined = groupings.find((one) => one.name === name)
    return grouping ? (groups.get(groupKey(grouping, journey))?.journeys ?? 0) : 0
  }
  const allJourneys = all.journeys
  for (const [group, name] of [
    ['lane', laneName],
    ['destination', 'destination'],
  ] as const) {
    const journeys = journeysOf(name)
    if (journeys >= fewest) return { group, journeys, allJourneys }
  }
  return { group: allJourneys > 0 ? 'all' : 'none', journeys: allJourneys, allJourneys }
}

/** The state as JSON can hold it: maps as lists. */
export type StoredDurations = Omit<DurationState, 'history' | 'recent'> & {
  version: 1
  history: Omit<History, 'groups'> & { columns: Columns; groups: [string, GroupStats][] }
  recent: { scale: Scale; groups: [string, RecentExpert['groups'] extends Map<string, infer Sliding> ? Sliding : never][] }[]
}

export const storeDurations = ({ history, recent, ...rest }: DurationState): StoredDurations => ({
  version: 1,
  ...rest,
  history: { ...history, groups: [...history.groups] },
  recent: recent.map(({ scale, groups }) => ({ scale, groups: [...groups] })),
})

/** JSON has no NaN: an end that is not known comes back as null. */
const restoreStats = (stats: GroupStats): GroupStats => ({ ...stats, lastAt: stats.lastAt ?? Number.NaN })

export const restoreDurations = ({ version, history, recent, ...rest }: StoredDurations): DurationState => {
  if (version !== 1) throw new Error(`stored durations are of version ${version}, not 1`)
  const groups = new Map(history.groups.map(([key, stats]) => [key, restoreStats(stats)]))
  return {
    ...rest,
    history: { ...history, all: restoreStats(history.all), groups },
    recent: recent.map(({ scale, groups: its }) => ({ scale, groups: new Map(its) })),
  }
}
