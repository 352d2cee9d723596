import { learnArrival } from '@lading/models/arrival/learn-arrival'
import { faultRates } from '@lading/simulators/faults/rates'
import type { Journey } from '@lading/simulators/journey/journey'
import { naiveArrival } from '@lading/simulators/score/naive-arrival'
import type { EtaEstimate } from '@lading/workers/models/eta/estimate'
import type { EtaInput } from '@lading/workers/models/eta/eta-input'
import { hourMs } from '@lading/workers/models/fix'
import type { SetResult, World } from '../../question.ts'
import { createCustomsTables } from './customs-tables.ts'
import { sightings } from './fleet.ts'
import { horizonOf, horizons } from './horizons.ts'
import { type Forecast, measure, measureRule } from './measure.ts'
import { pastOf } from './past.ts'
import { createPlatform, type Platform } from './platform.ts'

/** When the first journey begins; a date has to be some date. */
const beginMs = Date.parse('2026-03-02T06:00:00Z')

type Asked = { name: string; platform: Platform; forecasts: Forecast[]; ms: number }

/**
 * A fleet from door to door, followed by two platforms: by one that knows nothing on the first day, and by one that was told how long the
 * stages and clearances of earlier journeys took. Both learn as the fleet goes on. Each arrival time is compared with the truth, which nothing before that
 * has seen.
 */
export const live = async ({ seed, journeys, past, faults }: World, say: (line: string) => void): Promise<SetResult[]> => {
  const began = performance.now()
  const told = pastOf(seed, beginMs, past)
  const families = learnArrival(told.stages)
  const trainSeconds = (performance.now() - began) / 1_000
  say(`trained on ${past} journeys in ${trainSeconds.toFixed(1)} s, used for: ${Object.keys(families).sort().join(', ') || 'nothing'}`)
  const tables = createCustomsTables()
  for (const journey of told.journeys) tables.announce(journey)
  const all: Asked[] = [
    { name: 'nothing learnt', platform: createPlatform({ families: {}, stages: [], clearances: [] }, tables), forecasts: [], ms: 0 },
    { name: 'stages learnt', platform: createPlatform({ ...told, families }, tables), forecasts: [], ms: 0 },
  ]
  for await (const { journey, input, outcomes, cleared } of sightings({ seed, journeys, rates: faultRates[faults], beginMs })) {
    tables.announce(journey)
    for (const asked of all) {
      const askedAt = performance.now()
      const estimate = asked.platform.estimate(journey, input)
      asked.ms += performance.now() - askedAt
      if (estimate && input.now.getTime() < journey.deliveredMs) asked.forecasts.push(forecastOf(estimate, input, journey))
      asked.platform.learn(journey, input, outcomes, cleared)
    }
  }
  say(`followed ${journeys} journeys in ${((performance.now() - began) / 1_000).toFixed(1)} s`)
  return all.flatMap(({ name, forecasts, ms }) => {
    const rowsPerSecond = forecasts.length / (ms / 1_000)
    return [
      ...byHorizon(forecasts, ({ p50 }) => p50).map(([horizon, its]) => ({ ...resultOf(`${name}, ${horizon}`, its), rowsPerSecond })),
      ...byHorizon(forecasts, ({ actual }) => actual).map(([horizon, its]) => resultOf(`${name}, truly ${horizon}`, its)),
      ...byLastLeg(forecasts).map(([where, its]) => resultOf(`${name}, truly ${horizons[0]?.name}, ${where}`, its)),
    ]
  })
}

const forecastOf = (
  { p10, p50, p90, missProbability }: EtaEstimate,
  { legs, position, now, promisedAt }: EtaInput,
  { deliveredMs }: Journey,
): Forecast => {
  const hoursTo = (time: Date | number) => (Number(time) - now.getTime()) / hourMs
  const last = legs.at(-1)
  const plannedAt = last?.plannedArrival ?? now
  const actual = hoursTo(deliveredMs)
  return {
    weight: horizonOf(actual).everyHours,
    onLastLeg: Boolean(last?.actualDeparture),
    p10: hoursTo(p10),
    p50: hoursTo(p50),
    p90: hoursTo(p90),
    actual,
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

/** Of those who truly arrive soon: they are on their last leg, where position and speed tell the rest, or they wait to begin it. */
const byLastLeg = (forecasts: Forecast[]): [string, Forecast[]][] => {
  const soon = forecasts.filter(({ actual }) => horizonOf(actual) === horizons[0])
  const groups: [string, Forecast[]][] = [
    ['on the last leg', soon.filter(({ onLastLeg }) => onLastLeg)],
    ['before it', soon.filter(({ onLastLeg }) => !onLastLeg)],
  ]
  return groups.filter(([, its]) => its.length > 0)
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
