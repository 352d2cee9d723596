import { type ArrivalModel, createArrivalModel } from '@lading/models/arrival/arrival-model'
import { learnArrival } from '@lading/models/arrival/learn-arrival'
import { faultRates } from '@lading/simulators/faults/rates'
import type { Journey } from '@lading/simulators/journey/journey'
import { naiveArrival } from '@lading/simulators/score/naive-arrival'
import { type EtaEstimate, type EtaInput, estimateEta } from '@lading/workers/models/eta/estimate'
import { finishedStage } from '@lading/workers/models/eta/finished-stage'
import { hourMs } from '@lading/workers/models/fix'
import type { SetResult, World } from '../../question.ts'
import { sightings } from './fleet.ts'
import { horizonOf, horizons } from './horizons.ts'
import { type Forecast, measure, measureRule } from './measure.ts'
import { pastOf } from './past.ts'

/** When the first journey begins; a date has to be some date. */
const beginMs = Date.parse('2026-03-02T06:00:00Z')

/** The platform with what it has learnt, and every arrival time that it gave. */
type Platform = { name: string; learnt: ArrivalModel | undefined; forecasts: Forecast[]; ms: number }

/**
 * A fleet from door to door, as the platform would have followed it, twice: by one that has learnt nothing, and by one that was told how
 * long the stages of earlier journeys took. The learning one goes on learning as stages end. Each arrival time is compared with the truth,
 * which nothing before that has seen.
 */
export const live = async ({ seed, journeys, past, faults }: World, say: (line: string) => void): Promise<SetResult[]> => {
  const began = performance.now()
  const families = learnArrival(pastOf(seed, beginMs, past))
  const trainSeconds = (performance.now() - began) / 1_000
  say(
    `learnt from ${past} journeys in ${trainSeconds.toFixed(1)} s: ${Object.keys(families).sort().join(', ') || 'nothing better than the plan'}`,
  )
  const platforms: Platform[] = [
    { name: 'nothing learnt', learnt: undefined, forecasts: [], ms: 0 },
    { name: 'stages learnt', learnt: createArrivalModel({ families }), forecasts: [], ms: 0 },
  ]
  for await (const { journey, input, outcomes } of sightings({ seed, journeys, rates: faultRates[faults], beginMs })) {
    for (const platform of platforms) {
      const asked = performance.now()
      const estimate = estimateEta(input, platform.learnt)
      platform.ms += performance.now() - asked
      if (estimate && input.now.getTime() < journey.deliveredMs) platform.forecasts.push(forecastOf(estimate, input, journey))
      for (const outcome of outcomes) platform.learnt?.learn(finishedStage(outcome))
    }
  }
  say(`followed ${journeys} journeys in ${((performance.now() - began) / 1_000).toFixed(1)} s`)
  return platforms.flatMap(({ name, forecasts, ms }) => {
    const rowsPerSecond = forecasts.length / (ms / 1_000)
    return [
      ...byHorizon(forecasts, ({ p50 }) => p50).map(([horizon, its]) => ({ ...resultOf(`${name}, ${horizon}`, its), rowsPerSecond })),
      ...byHorizon(forecasts, ({ actual }) => actual).map(([horizon, its]) => resultOf(`${name}, truly ${horizon}`, its)),
    ]
  })
}

const forecastOf = (
  { p10, p50, p90, missProbability }: EtaEstimate,
  { legs, position, now, promisedAt }: EtaInput,
  { deliveredMs }: Journey,
) => {
  const hoursTo = (time: Date | number) => (Number(time) - now.getTime()) / hourMs
  const plannedAt = legs.at(-1)?.plannedArrival ?? now
  return {
    p10: hoursTo(p10),
    p50: hoursTo(p50),
    p90: hoursTo(p90),
    actual: hoursTo(deliveredMs),
    miss: promisedAt && missProbability !== null ? { probability: missProbability, missed: deliveredMs > promisedAt.getTime() } : null,
    naive: position ? hoursTo(naiveArrival(legs, position, now)) : null,
    plan: Math.max(0, hoursTo(plannedAt)),
  }
}

const byHorizon = (forecasts: Forecast[], hours: (forecast: Forecast) => number) => {
  const groups = Map.groupBy(forecasts, (forecast) => horizonOf(hours(forecast)).name)
  return horizons.flatMap(({ name }): [string, Forecast[]][] => {
    const its = groups.get(name)
    return its ? [[name, its]] : []
  })
}

const resultOf = (set: string, forecasts: Forecast[]): SetResult => ({
  set,
  n: forecasts.length,
  model: measure(forecasts),
  baselines: {
    'distance ÷ speed': measureRule(forecasts, ({ naive }) => naive),
    plan: measureRule(forecasts, ({ plan }) => plan),
  },
})
