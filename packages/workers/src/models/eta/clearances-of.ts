import type { ArrivalModel } from '@lading/models/arrival/arrival-model'
import type { ClearanceModel } from '@lading/models/customs/clearance/clearance-model'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { waitsForLeg } from '../customs/where-cleared.ts'
import { type PlacedClearance, placeClearance } from './clearance.ts'
import type { EtaInput } from './eta-input.ts'
import { wholeWait } from './wait-hours.ts'

/** Where goods are when they are to be cleared, asked for only where they are. */
type Where = { presentAt: Date | null; own: HoursQuantiles | null; isLearnt: boolean; expectedMs?: number }

export const toCome = (expectedMs: number, isLearnt: boolean) => (): Where => ({ presentAt: null, own: null, isLearnt, expectedMs })

/** The clearances of a shipment, each beside the stage that it runs beside: a wait before a leg, or the leg where goods wait nowhere. */
export const clearancesOf = ({ legs, customs = [], now }: EtaInput, model: ClearanceModel | undefined) => {
  const place = (waits: boolean, { sequence }: TrackedLeg, whereOf: () => Where, at: Date): PlacedClearance | undefined => {
    const its = model && customs.find(({ legSequence }) => legSequence === sequence)
    if (!its || waits !== waitsForLeg(legs, its)) return undefined
    return placeClearance(its, { expectedMs: at.getTime(), ...whereOf(), now: at }, model)
  }
  return {
    waiting: (leg: TrackedLeg, whereOf: () => Where) => place(true, leg, whereOf, now),
    onTheWay: (leg: TrackedLeg, whereOf: () => Where) => place(false, leg, whereOf, now),
    /** Those of waits that are over, as it was when they ended; nothing of goods that left without anybody telling of a release. */
    over: (learnt: ArrivalModel): PlacedClearance[] =>
      customs.flatMap(({ legSequence, entry }) => {
        const index = legs.findIndex(({ sequence }) => sequence === legSequence)
        const [leg, arrived] = [legs[index], legs[index - 1]?.actualArrival]
        if (entry?.state !== 'released' || !leg?.actualDeparture || !arrived) return []
        const { whole, basis } = wholeWait(leg, legs[index - 1] as TrackedLeg, arrived.getTime(), learnt)
        const where = { presentAt: arrived, own: whole, isLearnt: basis !== null }
        return place(true, leg, () => where, leg.actualDeparture) ?? []
      }),
  }
}
