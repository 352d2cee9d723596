import type { BoostRules } from '../boosting/boost.ts'
import type { TreeEffort } from './tree-expert.ts'

/** Journeys that trees learn from at most: the latest. Older ones are remembered by their groups. */
export const mostExamples = 20_000
/** With fewer, trees say nothing that the groups do not say better. */
export const fewestForTrees = 150

/** Rows and features that one tree looks at, at most, so that a tree costs about the same on any set of data. */
const mostRows = 5_000
const mostFeatures = 40
/** Looked at rows times features, up to which the final trees are grown three times, and twice. */
const cheap = 60_000
const affordable = 150_000

export type Efforts = {
  choosing: Omit<TreeEffort, 'repeats'>
  rehearsing: Omit<TreeEffort, 'repeats'>
  repeats: number
  rules: Partial<BoostRules>
  /** What is different for trees of the long view: they have few features, and see them all. */
  settledRules: Partial<BoostRules>
}

/** How hard to try: small trees, slowly, on changing samples, within half a minute on one core. */
export const effortFor = (rows: number, features: number): Efforts => {
  const rowShare = Math.min(0.7, mostRows / rows)
  const featureShare = Math.min(0.5, mostFeatures / features)
  const leastRows = Math.max(5, Math.min(20, Math.round(rows / 80)))
  const rules: Partial<BoostRules> = { shrinkage: 0.1, leaves: 12, leastRows, rowShare, featureShare, patience: 30 }
  const work = rowShare * rows * featureShare * features
  return {
    choosing: { rounds: [100, 100, 100], rules: { ...rules, shrinkage: 0.12, patience: 20 } },
    rehearsing: { rounds: [150, 150, 150], rules },
    settledRules: { leaves: 31, rowShare: Math.min(1, mostRows / rows), featureShare: 1, shrinkage: 0.1 },
    repeats: work <= cheap ? 3 : work <= affordable ? 2 : 1,
    rules,
  }
}
