import { type ArrivalModel, createArrivalModel } from '@lading/models/arrival/arrival-model'
import type { ClearanceModel } from '@lading/models/customs/clearance/clearance-model'
import { combineStages, middleOfBeside, type StageLink } from '@lading/models/duration/combine-stages'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import type { Channel } from '@lading/shared/domain/customs-channel'
import type { EtaStage } from '@lading/shared/domain/eta'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'
import { mainLegOf } from '../main-leg.ts'
import { leastSpreadMs, skew, tenPercent } from './assumptions.ts'
import type { PlacedClearance } from './clearance.ts'
import { clearancesOf, toCome } from './clearances-of.ts'
import type { EtaInput } from './eta-input.ts'
import { explain, type PlacedStage } from './explain.ts'
import { restOfLeg, wholeLeg } from './leg-hours.ts'
import { certain } from './spread.ts'
import { entersCountry, plannedMs } from './stage-of.ts'
import { restOfWait, waitToCome, wholeWait } from './wait-hours.ts'

export type EstimatedLeg = { sequence: number; departure: Date; arrival: Date }
/** When customs is expected to release the goods, in hours from now; and by the naive rule. */
export type EstimatedClearance = HoursQuantiles & { legSequence: number; usualHours: number; channels: Record<Channel, number> }
export type EtaEstimate = {
  p10: Date
  p50: Date
  p90: Date
  /** In hours from now, as it was added up, before it was made worth what it claims. */
  addedUp: HoursQuantiles
  missProbability: number | null
  /** The same if customs took no time; only before the first departure, while something can be done about it. */
  missWithoutCustoms: number | null
  legs: EstimatedLeg[]
  stages: EtaStage[]
  /** Of all that are not released. */
  clearances: EstimatedClearance[]
}

/**
 * When the goods will arrive, as an interval, and when each leg that is not over will begin and end. The one place where arrival times
 * come from: what is left of each stage, from what such stages have taken where that was learnt, added up as distributions; where goods are
 * cleared, customs runs beside the wait; then moved to where the truth has lain in such sums. Nothing once the last leg arrived. Never
 * before `now`; before departure, and with nothing learnt or to be cleared, its middle is about the plan.
 */
export const estimateEta = (input: EtaInput, learnt: ArrivalModel = nothingLearnt, clearance?: ClearanceModel): EtaEstimate | undefined => {
  const { legs, now, promisedAt } = input
  const nowMs = now.getTime()
  const left: PlacedStage[] = []
  const estimated: EstimatedLeg[] = []
  // The middle of each stage after the other, for the times of the legs.
  let atMs = nowMs
  const add = ({ link, ...stage }: Omit<PlacedStage, 'cleared'>, cleared: PlacedClearance | undefined) => {
    const { timetable, p50 } = link
    const begunMs = atMs
    const from = timetable ? Math.max(nowMs + timetable.departsHours * hourMs, atMs + timetable.neededHours * hourMs) : atMs
    atMs = from + p50 * hourMs
    const beside = cleared?.pending?.beside
    if (beside) atMs = Math.max(atMs, nowMs + middleOfBeside(beside, (begunMs - nowMs) / hourMs) * hourMs)
    left.push({ ...stage, link: beside ? { ...link, beside } : link, cleared })
  }
  const clear = clearancesOf(input, clearance)
  for (const [index, leg] of legs.entries()) {
    if (leg.actualArrival) continue
    const { sequence, actualDeparture } = leg
    const previous = legs[index - 1]
    if (actualDeparture) {
      const { left: link, basis } = restOfLeg(leg, actualDeparture, input, learnt)
      const whole = () => ({
        ...{ presentAt: actualDeparture, isLearnt: basis !== null },
        own: wholeLeg(leg, actualDeparture.getTime(), learnt).left,
      })
      add({ sequence, kind: 'leg', link, basis, since: actualDeparture }, clear.onTheWay(leg, whole))
      estimated.push({ sequence, departure: actualDeparture, arrival: new Date(atMs) })
      continue
    }
    if (previous) {
      const kind = entersCountry(leg, previous) ? 'border' : 'dwell'
      const arrived = previous.actualArrival
      if (arrived) {
        const cleared = clear.waiting(leg, () => {
          const { whole, basis } = wholeWait(leg, previous, arrived.getTime(), learnt)
          return { presentAt: arrived, own: whole, isLearnt: basis !== null }
        })
        const waited = new Date(nowMs - (cleared?.lostHours ?? 0) * hourMs)
        const { left: link, basis } = restOfWait(leg, previous, arrived, waited, learnt)
        add({ sequence, kind, link, basis, since: arrived }, cleared)
      } else {
        const wait = waitToCome(leg, previous, atMs, now, learnt)
        add({ sequence, kind, ...wait, since: null }, clear.waiting(leg, toCome(atMs, wait.basis !== null)))
      }
    } else
      add({ sequence, kind: 'dwell', link: untilDeparture(leg, nowMs), basis: null, since: null }, clear.waiting(leg, toCome(nowMs, false)))
    const departureMs = atMs
    const { left: link, basis } = wholeLeg(leg, departureMs, learnt)
    add({ sequence, kind: 'leg', link, basis, since: null }, clear.onTheWay(leg, toCome(departureMs, basis !== null)))
    estimated.push({ sequence, departure: new Date(departureMs), arrival: new Date(atMs) })
  }
  const last = estimated.at(-1)
  if (!last) return undefined
  const whole = combineStages(
    left.map(({ link }) => link),
    { commonCause: learnt.commonCause() },
  )
  const { p10, p50, p90 } = whole
  const { hours, chanceOf } = learnt.calibrate({ mode: modeOf(legs), hours: { p10, p50, p90 } })
  const missOf = (chanceWithin: (hours: number) => number) =>
    promisedAt ? Math.round((1 - chanceOf(chanceWithin((promisedAt.getTime() - nowMs) / hourMs))) * 1000) / 1000 : null
  const couldBeHelped = !legs[0]?.actualDeparture && left.some(({ link }) => link.beside)
  const leastMs = tenPercent * leastSpreadMs
  // However it adds up, the last leg does not end before it begins.
  const p50Ms = Math.max(nowMs + hours.p50 * hourMs, last.departure.getTime())
  last.arrival = new Date(Math.round(p50Ms))
  return {
    p10: new Date(Math.round(Math.max(nowMs, Math.min(nowMs + hours.p10 * hourMs, p50Ms - skew.early * leastMs)))),
    p50: last.arrival,
    p90: new Date(Math.round(Math.max(nowMs + hours.p90 * hourMs, p50Ms + skew.late * leastMs))),
    addedUp: { p10, p50, p90 },
    missProbability: missOf(whole.chanceWithin),
    missWithoutCustoms: couldBeHelped ? missOf(whole.chanceWithoutBeside) : null,
    legs: estimated,
    stages: explain(legs, left, whole, now, clear.over(learnt)),
    clearances: left.flatMap(({ cleared }, index) => {
      const ends = whole.parts[index]?.beside?.ends()
      if (!cleared?.pending || !ends) return []
      const { usualHours, channels } = cleared.pending
      return { legSequence: cleared.legSequence, ...ends, usualHours, channels }
    }),
  }
}

const nothingLearnt = createArrivalModel({ families: {} })

/** By which mode goods go for most of the way. */
const modeOf = (legs: TrackedLeg[]) => mainLegOf(legs.map((leg) => ({ mode: leg.mode, plannedHours: plannedMs(leg) / hourMs })))?.mode ?? ''

/** Nobody sends goods before the plan says so. */
const untilDeparture = ({ plannedDeparture }: TrackedLeg, nowMs: number): StageLink =>
  certain(Math.max(0, (plannedDeparture.getTime() - nowMs) / hourMs))
