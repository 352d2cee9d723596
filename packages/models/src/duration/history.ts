import type { Columns } from './columns.ts'
import { addOutcome, type GroupStats, halfLifeOfAll, halfLifeOfGroup, noStats, shrunk } from './group-memory.ts'
import { type Grouping, groupingsOf, groupKey } from './grouping.ts'
import { endedAtMs, type FinishedJourney, givenNumber, hourMs, type Journey } from './journey.ts'

/** All that is remembered of finished journeys, by group. Plain data but for the map. */
export type History = {
  columns: Columns
  groupings: Grouping[]
  /** Added to hours before the logarithm, so that a journey of no time at all is not infinitely short. */
  offsetHours: number
  all: GroupStats
  groups: Map<string, GroupStats>
}

export const newHistory = (columns: Columns, offsetHours: number): History => ({
  columns,
  groupings: groupingsOf(columns),
  offsetHours,
  all: noStats(),
  groups: new Map(),
})

const dayMs = 24 * hourMs

/** Names of the numbers that `describe` gives, in its order. */
export const featureNames = ({ columns, groupings }: History): string[] => {
  const { plan, distance, calendar, numbers } = columns
  const names = [...(plan ? ['plan', 'plan in the day'] : []), ...(distance ? ['distance'] : []), ...numbers]
  if (plan) names.push(...numbers.map((name) => `plan less ${name}`))
  if (calendar) names.push('month', 'weekday', 'hour')
  names.push('recently')
  if (plan) names.push('recently to plan')
  for (const { name } of groupings) {
    names.push(`${name}: journeys`, `${name}: mean`, `${name}: spread`, `${name}: mean hours`, `${name}: recently`, `${name}: last`)
    if (plan) names.push(`${name}: mean to plan`, `${name}: recently to plan`)
  }
  const { categories } = columns
  if (categories.includes('origin') && categories.includes('destination'))
    names.push('into origin: recently', 'into origin: last', 'out of destination: recently', 'out of destination: last')
  return names
}

/**
 * A journey as numbers: its own particulars, and what its groups have been like until now. It is the same calculation for the journeys
 * that trees are grown on, each as of its own start, so that none of them knows its own answer or a later one.
 */
export const describe = (history: History, journey: Journey): Float64Array => {
  const { columns, groupings, all, groups } = history
  const { plan, distance, calendar, numbers, categories } = columns
  const out: number[] = []
  const planned = givenNumber(journey.plannedHours)
  if (plan) out.push(planned, planned % 24)
  if (distance) out.push(givenNumber(journey.distanceKm))
  for (const name of numbers) out.push(givenNumber(journey.facts?.[name]))
  if (plan) for (const name of numbers) out.push(planned - givenNumber(journey.facts?.[name]))
  const startedAtMs = givenNumber(journey.startedAtMs)
  const now = calendar ? startedAtMs / hourMs : all.journeys
  if (calendar) {
    const day = Math.floor(startedAtMs / dayMs)
    out.push(Number.isNaN(day) ? Number.NaN : new Date(startedAtMs).getUTCMonth(), (day + 4) % 7, (startedAtMs - day * dayMs) / hourMs)
  }
  const { journeys } = all
  const mean = journeys > 0 ? all.sum / journeys : Number.NaN
  const toPlan = journeys > 0 ? all.sumToPlan / journeys : Number.NaN
  const spread = journeys > 0 ? all.deviation / journeys : Number.NaN
  const meanHours = journeys > 0 ? all.hours / journeys : Number.NaN
  out.push(all.recent / all.recentWeight)
  if (plan) out.push(all.recentToPlan / all.recentWeight)

  for (const grouping of groupings) {
    const stats = groups.get(groupKey(grouping, journey))
    const parent = grouping.parent ? groups.get(keyOf(grouping.parent, journey, categories)) : undefined
    const parentMean = parent ? shrunk(parent.sum, parent.journeys, mean) : mean
    const parentToPlan = parent ? shrunk(parent.sumToPlan, parent.journeys, toPlan) : toPlan
    if (stats) {
      out.push(stats.journeys, shrunk(stats.sum, stats.journeys, parentMean), shrunk(stats.deviation, stats.journeys, spread))
      out.push(shrunk(stats.hours, stats.journeys, meanHours))
      out.push(stats.recent / stats.recentWeight, now - stats.lastAt)
      if (plan) out.push(shrunk(stats.sumToPlan, stats.journeys, parentToPlan), stats.recentToPlan / stats.recentWeight)
    } else {
      out.push(0, parentMean, spread, meanHours, Number.NaN, Number.NaN)
      if (plan) out.push(parentToPlan, Number.NaN)
    }
  }
  if (categories.includes('origin') && categories.includes('destination')) {
    // Goods that come late into a place leave it late, and a place that is full is slow both ways.
    const into = groups.get(`destination\u001f${journey.origin ?? ''}`)
    const outOf = groups.get(`origin\u001f${journey.destination ?? ''}`)
    out.push(into ? into.recent / into.recentWeight : Number.NaN, into ? now - into.lastAt : Number.NaN)
    out.push(outOf ? outOf.recent / outOf.recentWeight : Number.NaN, outOf ? now - outOf.lastAt : Number.NaN)
  }
  return Float64Array.from(out)
}

const keyOf = (name: string, journey: Journey, categories: string[]) =>
  categories.includes(name) ? groupKey({ name, categories: [name], parent: undefined }, journey) : name

/** Remembers how a journey went. Called when it is over, not before. */
export const remember = (history: History, journey: FinishedJourney) => {
  const { columns, groupings, offsetHours, all, groups } = history
  const logHours = Math.log(journey.actualHours + offsetHours)
  const planned = givenNumber(journey.plannedHours)
  const known = columns.plan && !Number.isNaN(planned)
  const mean = all.journeys > 0 ? all.sum / all.journeys : logHours
  const usual = all.journeys > 0 ? all.sumToPlan / all.journeys : 0
  const logToPlan = known ? logHours - Math.log(Math.max(0, planned) + offsetHours) : usual
  const at = columns.calendar ? endedAtMs(journey) / hourMs : all.journeys + 1
  for (const grouping of groupings) {
    const key = groupKey(grouping, journey)
    let stats = groups.get(key)
    if (!stats) {
      stats = noStats()
      groups.set(key, stats)
    }
    addOutcome(stats, journey.actualHours, logHours, logToPlan, mean, at, halfLifeOfGroup)
  }
  addOutcome(all, journey.actualHours, logHours, logToPlan, mean, at, halfLifeOfAll)
}
