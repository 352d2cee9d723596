import { type Horizon, horizonOf, horizons } from '../accuracy/horizons.ts'
import { standardCdf, standardQuantile } from '../distribution/normal.ts'
import { type HoursQuantiles, hourMs } from '../duration/journey.ts'
import { deviationsOf, hoursAt } from '../duration/stage-hours.ts'
import { middleOfShare, pooledQuantiles } from './pooled-quantiles.ts'

/**
 * Where the truth has lain lately in whole arrival times as they were added up from their stages, as standard normal scores: by how far
 * ahead they looked, and by mode in that. What is wrong with all stages together, and with how they were added, shows here and nowhere
 * else. Plain data.
 */
export type WholeArrivals = Record<string, Places>

/** In the order of time, and in the order of the scores with how much each counts: all together as many as `journeys`. */
type Places = { inTime: Place[]; inOrder: number[]; weights: number[]; journeys: number }
type Place = { score: number; stoodHours: number; journey: string }

/** An arrival time as it was added up, in hours to go, of goods that go by this mode for most of the way. */
export type AddedUp = { mode: string; hours: HoursQuantiles }

const lastOfHorizon = 300
const lastOfMode = 150
/** That an arrival time is worth what it claims, or what those of all modes were worth, counts as so many journeys that have come true. */
const believed = 20
const claimed = Array.from({ length: believed }, (_, at) => standardQuantile(middleOfShare(at, believed)))
/** Further off than this is far off. */
const most = 4

/** An arrival time of a journey whose truth has come. */
export type ScoredWhole = AddedUp & { journey: string; madeAtMs: number; actualHours: number }
/** For so long nothing else was scored of the journey. */
export type StoodWhole = ScoredWhole & { stoodHours: number }

/**
 * All that is known of arrival times by a moment. What comes early comes before what comes late that was said at the same time, so an
 * arrival counts when its P90 has passed and not before: otherwise those of the first weeks would all have been early.
 */
export const wholesBy = (scored: ScoredWhole[], nowMs: number): WholeArrivals => {
  const due = howLongTheyStood(scored).map((whole) => ({ whole, dueMs: dueAtMs(whole) }))
  const known = due.filter(({ dueMs }) => dueMs <= nowMs).sort((one, other) => one.dueMs - other.dueMs)
  const groups = Map.groupBy(
    known.flatMap(({ whole }) => placed(whole)),
    ({ key }) => key,
  )
  return Object.fromEntries([...groups].map(([key, its]) => [key, placesOf(its.slice(-(its[0]?.size ?? 0)).map(({ place }) => place))]))
}

export const dueAtMs = ({ madeAtMs, hours, actualHours }: ScoredWhole) => madeAtMs + Math.max(actualHours, hours.p90) * hourMs

/** Each with the hours until the next one of its journey, or until that arrived. */
export const howLongTheyStood = (scored: ScoredWhole[]): StoodWhole[] =>
  [...Map.groupBy(scored, ({ journey }) => journey).values()].flatMap((its) => {
    const inTime = its.toSorted((one, other) => one.madeAtMs - other.madeAtMs)
    return inTime.map((whole, at) => {
      const untilMs = inTime[at + 1]?.madeAtMs ?? whole.madeAtMs + whole.actualHours * hourMs
      return { ...whole, stoodHours: (untilMs - whole.madeAtMs) / hourMs }
    })
  })

export const tellWhole = (wholes: WholeArrivals, whole: StoodWhole) => {
  for (const { key, size, place } of placed(whole)) wholes[key] = placesOf([...(wholes[key]?.inTime ?? []), place].slice(-size))
}

/** Where the truth lay, in each group that it says something of. */
const placed = ({ mode, hours, journey, stoodHours, actualHours }: StoodWhole): { key: string; size: number; place: Place }[] => {
  const score = Math.max(-most, Math.min(most, deviationsOf(hours, actualHours)))
  if (Number.isNaN(score) || !(stoodHours > 0)) return []
  return keysOf(horizonOf(hours.p50), mode).map(([key, size]) => ({ key, size, place: { score, stoodHours, journey } }))
}

/**
 * An arrival time counts by the hours for which it was what people saw: goods that are held up are few, and looked at for long. But all of
 * one journey is late together, so that one that was looked at for weeks is one case and not many: together they count as the number of
 * journeys that would tell as much if all had been looked at equally long (Kish's effective sample size, in clusters).
 */
const placesOf = (inTime: Place[]): Places => {
  const ofJourneys = new Map<string, number>()
  let all = 0
  for (const { journey, stoodHours } of inTime) {
    ofJourneys.set(journey, (ofJourneys.get(journey) ?? 0) + stoodHours)
    all += stoodHours
  }
  let squares = 0
  for (const hours of ofJourneys.values()) squares += hours * hours
  const journeys = (all * all) / squares
  const sorted = inTime.toSorted((one, other) => one.score - other.score)
  return {
    ...{ inTime, journeys },
    inOrder: sorted.map(({ score }) => score),
    weights: sorted.map(({ stoodHours }) => (journeys * stoodHours) / all),
  }
}

/** The same arrival time, worth what it claims as far as is known: its quantiles, and the probability that goods are there by so many hours. */
export type Calibrated = { hours: HoursQuantiles; chanceOf: (addedUp: number) => number }

/**
 * Moves the quantiles of a whole arrival time to where such quantiles turned out to belong (conformal prediction by the scores of the
 * latest cases: Vovk, Gammerman and Shafer 2005; quantile by quantile, as for conformalised quantile regression). The ends are a little
 * further out than the quantiles of what was seen, as a next case falls outside those of few cases more often than their level says: of n
 * cases, the one in the middle of the share at level q is passed with probability (nq + ½) / (n + 1). A span of hours to go passes into the
 * next without a step. With nothing seen it changes nothing; it never puts quantiles out of order.
 */
export const calibrateWhole = (wholes: WholeArrivals, { mode, hours }: AddedUp): Calibrated => {
  const between = horizonsAbout(hours.p50)
  const maps = between.map(({ horizon }) =>
    keysOf(horizon, mode).reduce<number[]>((known, [key]) => pooledQuantiles(known, wholes[key] ?? nothing), claimed),
  )
  const mixed = (of: (which: number) => number) => between.reduce((sum, { share }, which) => sum + share * of(which), 0)
  const found = claimed.map((_, at) => mixed((which) => maps[which]?.[at] as number))
  const furtherOut = mixed((which) => beyondSeen(wholes, between[which]?.horizon as Horizon, mode))
  const at = (level: number) => hoursAt(hours, interpolated(claimed, found, standardQuantile(level + furtherOut * (level - 0.5))))
  return {
    hours: { p10: at(0.1), p50: at(0.5), p90: at(0.9) },
    chanceOf: (addedUp) => {
      if (addedUp <= 0 || addedUp >= 1) return addedUp
      return standardCdf(interpolated(found, claimed, standardQuantile(addedUp)))
    },
  }
}

const nothing = { inOrder: [] }

/** How much further from the middle a level is to be looked for: by one part in so many as were seen or believed. */
const beyondSeen = (wholes: WholeArrivals, horizon: Horizon, mode: string) => {
  const [ofAll = 0, ofMode = 0] = keysOf(horizon, mode).map(([key]) => wholes[key]?.journeys ?? 0)
  return ofAll > 0 ? 1 / (believed + ofMode) : 0
}

const keysOf = ({ name }: Horizon, mode: string): [key: string, size: number][] => [
  [name, lastOfHorizon],
  [`${name} ${mode}`, lastOfMode],
]

/** The middle of each horizon, in logarithms of hours. */
const middles = horizons.map(({ untilHours }, at) => {
  const from = horizons[at - 1]?.untilHours ?? 1
  return (Math.log(from) + Math.log(Number.isFinite(untilHours) ? untilHours : 4 * from)) / 2
})

const horizonsAbout = (hours: number): { horizon: Horizon; share: number }[] => {
  const place = Math.log(Math.max(1, hours))
  const above = middles.findIndex((middle) => middle > place)
  const only = above === 0 ? horizons[0] : above === -1 ? horizons.at(-1) : undefined
  if (only) return [{ horizon: only, share: 1 }]
  const [low, high] = [middles[above - 1] as number, middles[above] as number]
  const share = (place - low) / (high - low)
  return [
    { horizon: horizons[above - 1] as Horizon, share: 1 - share },
    { horizon: horizons[above] as Horizon, share },
  ]
}

/** Along straight lines between points in order, and beyond the ends as far off as at the end. */
const interpolated = (from: readonly number[], to: readonly number[], value: number): number => {
  const above = from.findIndex((each) => each > value)
  if (above === 0) return (to[0] as number) + value - (from[0] as number)
  if (above === -1) return (to.at(-1) as number) + value - (from.at(-1) as number)
  const [low, high] = [from[above - 1] as number, from[above] as number]
  const share = (value - low) / (high - low)
  return (to[above - 1] as number) + share * ((to[above] as number) - (to[above - 1] as number))
}
