import type { LateCause } from '@lading/shared/domain/alert-facts'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import type { EtaEstimate } from '../eta/estimate.ts'
import { hourMs } from '../fix.ts'

/** Where time is lost against the plan, by how much: at a place, or between two. */
export type Loss = { cause: LateCause; from: string; to: string | null; lostMs: number }

/**
 * What loses a journey most of its time against the plan: a leg that takes longer, or a wait, for customs where that makes at least half
 * of it. Nothing where no single one of them makes half of all that is lost, or where a time is not known.
 */
export const losesMost = (legs: TrackedLeg[], { legs: estimated, stages }: Pick<EtaEstimate, 'legs' | 'stages'>): Loss | undefined => {
  const losses: Loss[] = []
  let [arrivedMs, plannedMs]: (number | undefined)[] = []
  for (const { sequence, origin, destination, ...leg } of legs) {
    const expected = estimated.find((each) => each.sequence === sequence)
    const departure = leg.actualDeparture ?? expected?.departure
    const arrival = leg.actualArrival ?? expected?.arrival
    if (!departure || !arrival) return undefined
    const [departsMs, arrivesMs] = [departure.getTime(), arrival.getTime()]
    const [planDepartsMs, planArrivesMs] = [leg.plannedDeparture.getTime(), leg.plannedArrival.getTime()]
    // Before the first departure there is no wait that was planned: what is lost is what it leaves late.
    const waitedMs = departsMs - (arrivedMs ?? planDepartsMs) - (planDepartsMs - (plannedMs ?? planDepartsMs))
    const customs = stages.find((stage) => stage.kind === 'customs' && stage.sequence === sequence)
    const isCustoms = customs !== undefined && 2 * customs.p50Hours * hourMs >= waitedMs
    losses.push({ cause: isCustoms ? 'customs' : 'wait', from: origin.name, to: null, lostMs: waitedMs })
    const longerMs = arrivesMs - departsMs - (planArrivesMs - planDepartsMs)
    losses.push({ cause: 'leg', from: origin.name, to: destination.name, lostMs: longerMs })
    ;[arrivedMs, plannedMs] = [arrivesMs, planArrivesMs]
  }
  const lost = losses.filter(({ lostMs }) => lostMs > 0).sort((a, b) => b.lostMs - a.lostMs)
  const allMs = lost.reduce((sum, { lostMs }) => sum + lostMs, 0)
  return lost[0] && 2 * lost[0].lostMs >= allMs ? lost[0] : undefined
}
