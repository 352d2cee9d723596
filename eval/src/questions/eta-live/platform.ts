import { type ArrivalMemory, newArrivalMemory, rememberStage } from '@lading/models/arrival/arrival-memory'
import { type ArrivalState, createArrivalModel } from '@lading/models/arrival/arrival-model'
import { inOrderOfEnd } from '@lading/models/arrival/stage'
import { dueAtMs, howLongTheyStood, type ScoredWhole, type StoodWhole, tellWhole } from '@lading/models/arrival/whole-arrivals'
import { chooseStrength } from '@lading/models/customs/clearance/choose-strength'
import { createClearanceModel, settingsWith } from '@lading/models/customs/clearance/clearance-model'
import { createUsualClearance } from '@lading/models/customs/clearance/usual-clearance'
import { createOutcomes } from '@lading/models/duration/in-order-of-outcome'
import type { Journey } from '@lading/simulators/journey/journey'
import type { Clearance } from '@lading/store/postgres/clearance-outcome/read'
import type { NewStageOutcome } from '@lading/store/postgres/stage-outcome/record'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { arrivalScores } from '@lading/workers/models/accuracy/arrival-scores'
import { clearedCase } from '@lading/workers/models/customs/cleared-case'
import { type EtaEstimate, estimateEta } from '@lading/workers/models/eta/estimate'
import type { EtaInput } from '@lading/workers/models/eta/eta-input'
import { finishedStage } from '@lading/workers/models/eta/finished-stage'
import { plannedMs } from '@lading/workers/models/eta/stage-of'
import { hourMs } from '@lading/workers/models/fix'
import type { CustomsTables } from './customs-tables.ts'
import type { Past } from './past.ts'

type Kept = Pick<EtaEstimate, 'p10' | 'p50' | 'p90' | 'addedUp'> & { computedAt: Date }

type Told = Pick<ArrivalState, 'families'> & Pick<Past, 'stages' | 'clearances'>

/**
 * What a platform knows of arrivals, and how it comes to know more: it has been told of past stages and clearances, or of none, and goes on
 * learning from stages that end, goods that are released and arrival times whose truth has come, as the workers do.
 */
export const createPlatform = ({ families, stages, clearances }: Told, tables: CustomsTables) => {
  const memory: ArrivalMemory = newArrivalMemory()
  for (const stage of inOrderOfEnd(stages)) rememberStage(memory, stage)
  const strength = chooseStrength(clearances, settingsWith(tables))
  const customs = createClearanceModel({ ...tables, memory: {}, strength, usual: createUsualClearance(tables.figures) })
  for (const { its, outcome } of clearances) customs.learn(its, outcome)
  const model = createArrivalModel({ families }, memory)
  const kept = new Map<Journey, Kept[]>()
  const scored = createOutcomes<StoodWhole>()
  return {
    estimate: (journey: Journey, input: EtaInput): EtaEstimate | undefined => {
      for (let due = scored.next(input.now.getTime()); due; due = scored.next(input.now.getTime())) tellWhole(memory.wholes, due)
      const estimate = estimateEta(input, model, customs)
      if (estimate) kept.set(journey, [...(kept.get(journey) ?? []), { ...estimate, computedAt: input.now }])
      return estimate
    },
    learn: (journey: Journey, { legs, now }: EtaInput, outcomes: NewStageOutcome[], cleared: Clearance[]) => {
      for (const clearance of cleared) {
        const { its, outcome } = clearedCase(clearance)
        customs.learn(its, outcome)
      }
      for (const outcome of outcomes) {
        const stage = finishedStage(outcome)
        model.learn(stage)
        rememberStage(memory, stage)
      }
      const last = legs.at(-1)
      if (!last?.actualArrival) return
      for (const score of howLongTheyStood(scoresOf(journey, legs, last, kept.get(journey) ?? [], now))) scored.add(dueAtMs(score), score)
      kept.delete(journey)
    },
  }
}

export type Platform = ReturnType<typeof createPlatform>

const scoresOf = (journey: Journey, legs: TrackedLeg[], last: TrackedLeg, etas: Kept[], now: Date): ScoredWhole[] => {
  const shipment = {
    id: journey.trackingNumber,
    arrivedAt: last.actualArrival as Date,
    plannedAt: last.plannedArrival,
    origin: (legs[0] as TrackedLeg).origin,
    destination: last.destination,
    legs: legs.map((leg) => ({ mode: leg.mode, carrier: leg.carrier, plannedHours: plannedMs(leg) / hourMs })),
    etas,
  }
  return arrivalScores(shipment, now).map(({ key, mode, madeAt, p10, p50, p90, addedUp, actual }) => ({
    journey: key,
    mode: mode ?? '',
    madeAtMs: madeAt.getTime(),
    hours: addedUp ?? { p10, p50, p90 },
    actualHours: actual,
  }))
}
