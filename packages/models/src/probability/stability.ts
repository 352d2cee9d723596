import { binEdges, binOf } from '../boosting/bin-feature.ts'

/** Below 0.1 nothing has changed, above 0.25 much has: the usual reading of the index in credit scoring. */
export const notable = 0.1
export const large = 0.25

/**
 * Population stability index: how far the shares of now are from those of then, ∑ (now − then) · ln(now / then), over groups of values
 * (Kullback and Leibler's symmetric divergence; Siddiqi 2006). An empty group counts as half a row.
 */
export const stabilityIndex = (then: ArrayLike<number>, now: ArrayLike<number>): number => {
  const total = (counts: ArrayLike<number>) => {
    let sum = 0
    for (let at = 0; at < counts.length; at += 1) sum += Math.max(0.5, counts[at] as number)
    return sum
  }
  const allThen = total(then)
  const allNow = total(now)
  let index = 0
  for (let at = 0; at < then.length; at += 1) {
    const before = Math.max(0.5, then[at] as number) / allThen
    const after = Math.max(0.5, now[at] as number) / allNow
    index += (after - before) * Math.log(after / before)
  }
  return index
}

/** Of numbers, over tenths of what they were; what is missing is a group of its own. */
export const driftOfNumbers = (then: Float64Array, now: Float64Array): number => {
  const edges = binEdges(then, 10)
  const count = (values: Float64Array) => {
    const counts = new Float64Array(edges.length + 2)
    for (const value of values) counts[binOf(edges, value)] = (counts[binOf(edges, value)] as number) + 1
    return counts
  }
  return stabilityIndex(count(then), count(now))
}

const namedGroups = 20

/** Of names, over the most frequent ones of then; all others are one group, so that rare names that come and go do not count as drift. */
export const driftOfNames = (then: string[], now: string[]): number => {
  const many = new Map<string, number>()
  for (const name of then) many.set(name, (many.get(name) ?? 0) + 1)
  const frequent = [...many].sort((one, other) => other[1] - one[1]).slice(0, namedGroups)
  const groupOf = new Map(frequent.map(([name], at) => [name, at]))
  const count = (names: string[]) => {
    const counts = new Float64Array(frequent.length + 1)
    for (const name of names) {
      const group = groupOf.get(name) ?? frequent.length
      counts[group] = (counts[group] as number) + 1
    }
    return counts
  }
  return stabilityIndex(count(then), count(now))
}
