import type { ArrivalModel } from '@lading/models/arrival/arrival-model'
import { combineStages, type StageLink } from '@lading/models/duration/combine-stages'
import type { EtaStage } from '@lading/shared/domain/eta'
import type { Point } from '@lading/shared/geo/point'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { type Fix, hourMs } from '../fix.ts'
import { leastSpreadMs, skew, tenPercent } from './assumptions.ts'
import { explain, type PlacedStage } from './explain.ts'
import { restOfLeg, wholeLeg } from './leg-hours.ts'
import { certain } from './spread.ts'
import { entersCountry } from './stage-of.ts'
import { restOfWait, waitToCome } from './wait-hours.ts'

export type EtaInput = {
  legs: TrackedLeg[]
  position: (Point & { at: Date }) | null
  /** Fixes of the last hours, oldest first. */
  recent: Fix[]
  now: Date
  promisedAt?: Date | null
}

export type EstimatedLeg = { sequence: number; departure: Date; arrival: Date }
export type EtaEstimate = { p10: Date; p50: Date; p90: Date; missProbability: number | null; legs: EstimatedLeg[]; stages: EtaStage[] }

/**
 * When the goods will arrive, as an interval, and when each leg that is not over will begin and end. The one place where arrival times
 * come from: what is left of each stage, from what such stages have taken where that was learnt, added up as distributions. Nothing once
 * the last leg arrived. Never before `now`; before departure, and with nothing learnt, its middle is about the plan.
 */
export const estimateEta = (input: EtaInput, learnt?: ArrivalModel): EtaEstimate | undefined => {
  const { legs, now, promisedAt } = input
  const nowMs = now.getTime()
  const left: PlacedStage[] = []
  const estimated: EstimatedLeg[] = []
  // The middle of each stage after the other, for the times of the legs.
  let atMs = nowMs
  const add = (stage: PlacedStage) => {
    const { timetable, p50 } = stage.link
    const from = timetable ? Math.max(nowMs + timetable.departsHours * hourMs, atMs + timetable.neededHours * hourMs) : atMs
    atMs = from + p50 * hourMs
    left.push(stage)
  }
  for (const [index, leg] of legs.entries()) {
    if (leg.actualArrival) continue
    const { sequence, actualDeparture } = leg
    const previous = legs[index - 1]
    if (actualDeparture) {
      const { left: link, basis } = restOfLeg(leg, actualDeparture, input, learnt)
      add({ sequence, kind: 'leg', link, basis, since: actualDeparture })
      estimated.push({ sequence, departure: actualDeparture, arrival: new Date(atMs) })
      continue
    }
    if (previous) {
      const kind = entersCountry(leg, previous) ? 'border' : 'dwell'
      const arrived = previous.actualArrival
      if (arrived) {
        const { left: link, basis } = restOfWait(leg, previous, arrived, now, learnt)
        add({ sequence, kind, link, basis, since: arrived })
      } else add({ sequence, kind, ...waitToCome(leg, previous, atMs, now, learnt), since: null })
    } else add({ sequence, kind: 'dwell', link: untilDeparture(leg, nowMs), basis: null, since: null })
    const departureMs = atMs
    const { left: link, basis } = wholeLeg(leg, departureMs, learnt)
    add({ sequence, kind: 'leg', link, basis, since: null })
    estimated.push({ sequence, departure: new Date(departureMs), arrival: new Date(atMs) })
  }
  const last = estimated.at(-1)
  if (!last) return undefined
  const whole = combineStages(left.map(({ link }) => link))
  const leastMs = tenPercent * leastSpreadMs
  // However it adds up, the last leg does not end before it begins.
  const p50Ms = Math.max(nowMs + whole.p50 * hourMs, last.departure.getTime())
  last.arrival = new Date(Math.round(p50Ms))
  return {
    p10: new Date(Math.round(Math.max(nowMs, Math.min(nowMs + whole.p10 * hourMs, p50Ms - skew.early * leastMs)))),
    p50: last.arrival,
    p90: new Date(Math.round(Math.max(nowMs + whole.p90 * hourMs, p50Ms + skew.late * leastMs))),
    missProbability: promisedAt ? Math.round((1 - whole.chanceWithin((promisedAt.getTime() - nowMs) / hourMs)) * 1000) / 1000 : null,
    legs: estimated,
    stages: explain(legs, left, whole, now),
  }
}

/** Nobody sends goods before the plan says so. */
const untilDeparture = ({ plannedDeparture }: TrackedLeg, nowMs: number): StageLink =>
  certain(Math.max(0, (plannedDeparture.getTime() - nowMs) / hourMs))
