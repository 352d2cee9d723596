import type { Journey } from '../journey/journey.ts'
import { placeAt } from '../journey/place-at.ts'
import { minuteMs } from '../movement/movement.ts'
import { hash32 } from '../random/hash.ts'

const stepMs = 2 * minuteMs
/** At sea and while waiting every fifth step: ten minutes. */
const slowSteps = 5

/** What devices are registered with: the slowest they ever report. */
export const reportIntervalS = (slowSteps * stepMs) / 1000

/** After the hand-over the tracker reports for half an hour more, then it is switched off. */
export const afterDeliveryMs = 30 * minuteMs

/**
 * When the device reports, after `fromMs` up to `untilMs`: on a grid of its own, so that the times are the same whether they
 * are asked for in one piece or in many. Ten minutes at sea and while waiting, two on the road, in the air and at the door.
 */
export const reportTimes = (journey: Journey, fromMs: number, untilMs: number): number[] => {
  const phaseMs = hash32(`${journey.seed}/phase`) % stepMs
  const firstMs = Math.max(fromMs, journey.startMs - 1)
  const lastMs = Math.min(untilMs, journey.deliveredMs + afterDeliveryMs)
  const times: number[] = []
  for (let step = Math.floor((firstMs - phaseMs) / stepMs) + 1; step * stepMs + phaseMs <= lastMs; step++) {
    const atMs = step * stepMs + phaseMs
    if (step % slowSteps === 0 || reportsOften(journey, atMs)) times.push(atMs)
  }
  return times
}

const reportsOften = (journey: Journey, atMs: number) => {
  if (atMs >= journey.deliveredMs) return true
  const { moving, leg } = placeAt(journey, atMs)
  return moving && leg.mode !== 'sea'
}
