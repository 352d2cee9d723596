import type { Point } from '@lading/shared/geo/point'
import { handlings } from '../journey/handling.ts'
import type { Journey } from '../journey/journey.ts'
import { hourMs, minuteMs } from '../movement/movement.ts'
import { ambientTemperatureC } from './ambient.ts'

const defrostEveryMs = 8 * hourMs
const defrostMs = 25 * minuteMs

/**
 * Return-air temperature of a reefer: its set point, the compressor's cycle, a defrost every 8 h, doors opened for loading,
 * and a unit that fails. Every term is a closed form of time, so that any moment can be asked for on its own.
 */
export const reeferTemperatureC = (journey: Journey, setPointC: number, place: Point, atMs: number) => {
  const outsideC = ambientTemperatureC(journey.seed, place, atMs)
  const cycleC = 0.35 * Math.sin((2 * Math.PI * atMs) / (47 * minuteMs))
  return setPointC + cycleC + defrostC(atMs) + doorsC(journey, outsideC - setPointC, atMs) + failureC(journey, setPointC, outsideC, atMs)
}

// The heater melts the ice on the evaporator: the air warms by 0.9 K, and is back within the hour.
const defrostC = (atMs: number) => {
  const sinceMs = atMs % defrostEveryMs
  return 0.9 * rise(Math.min(sinceMs, defrostMs), 15 * minuteMs) * decay(sinceMs - defrostMs, 20 * minuteMs)
}

// A quarter of an hour with open doors lets in about a twentieth of the difference to outside.
const doorsC = (journey: Journey, differenceC: number, atMs: number) =>
  handlings(journey)
    .filter(({ fromMs }) => atMs >= fromMs && atMs < fromMs + 6 * hourMs)
    .reduce((sum, { fromMs, untilMs }) => {
      return sum + 0.05 * differenceC * rise(Math.min(atMs, untilMs) - fromMs, 8 * minuteMs) * decay(atMs - untilMs, 40 * minuteMs)
    }, 0)

// A stuck defrost valve: the unit heats instead of cooling, so that cool weather does not hide it. Boxes at sea are insulated
// better and packed fuller than lorries, hence slower.
const failureC = ({ trouble, legs }: Journey, setPointC: number, outsideC: number, atMs: number) => {
  if (trouble?.kind !== 'reefer-failure' || atMs < trouble.fromMs) return 0
  const slow = legs.some(({ mode }) => mode === 'sea')
  const targetC = Math.max(outsideC, setPointC + 14)
  return (
    (targetC - setPointC) *
    rise(Math.min(atMs, trouble.untilMs) - trouble.fromMs, (slow ? 14 : 5) * hourMs) *
    decay(atMs - trouble.untilMs, 3 * hourMs)
  )
}

const rise = (ms: number, tauMs: number) => 1 - Math.exp(-Math.max(0, ms) / tauMs)
const decay = (ms: number, tauMs: number) => Math.exp(-Math.max(0, ms) / tauMs)
