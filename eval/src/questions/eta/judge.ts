import { basename } from 'node:path'
import { createOutcomes, replay } from '@lading/models/duration/in-order-of-outcome'
import { endedAtMs, type FinishedJourney, givenNumber, type HoursQuantiles, type Journey } from '@lading/models/duration/journey'
import { learnDurations } from '@lading/models/duration/learn-durations'
import type { SetResult } from '../../question.ts'
import { globalQuantiles, laneQuantiles, plainBoosting, planRule, rollingLane } from './baselines.ts'
import { measure } from './measure.ts'
import { type EtaSet, readSet } from './read-set.ts'

/** Calculating time besides wall time: the one says what the model needs, the other what a busy machine made of it. */
type EtaResult = SetResult & { rowsPerCpuSecond: number; trainCpuSeconds: number }

const cpuSecondsSince = (then: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(then)
  return (user + system) / 1e6
}

/**
 * Learns from what was over when the first journey of the test part began, then predicts the test part in its order. An outcome is told
 * when it happens and not before, those of the train part that were still under way included.
 */
export const judge = async (directory: string, say: (line: string) => void): Promise<EtaResult> => {
  const { train, test } = await readSet(directory)
  const { over, underWay } = asOfTest({ train, test })
  const actual = test.map(({ actualHours }) => actualHours)

  const began = performance.now()
  const beganCpu = process.cpuUsage()
  const model = learnDurations(over)
  const trainSeconds = (performance.now() - began) / 1_000
  const trainCpuSeconds = cpuSecondsSince(beganCpu)
  say(`  learnt from ${over.length} journeys in ${trainSeconds.toFixed(1)} s, ${trainCpuSeconds.toFixed(1)} s of them calculating`)

  const predictions = new Map<Journey, ReturnType<typeof model.predict>>()
  const asked = performance.now()
  const askedCpu = process.cpuUsage()
  const predicted = liveThrough(test, underWay, {
    predict: (journey) => {
      const prediction = model.predict(journey)
      predictions.set(journey, prediction)
      return prediction
    },
    learn: (journey) => {
      model.learn(journey, journey.actualHours, predictions.get(journey))
      predictions.delete(journey)
    },
  })
  const rowsPerSecond = test.length / ((performance.now() - asked) / 1_000)
  const rowsPerCpuSecond = test.length / cpuSecondsSince(askedCpu)

  const rules = {
    ...(test.every(({ plannedHours }) => plannedHours !== undefined) ? { plan: planRule() } : {}),
    ...(over.length > 0
      ? {
          'global quantiles': globalQuantiles(over),
          'lane quantiles': laneQuantiles(over),
          'rolling lane': rollingLane(over, inOrderOfEnd(over)),
          'gradient boosting': plainBoosting(over),
        }
      : {}),
  }
  const baselines = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, measure(actual, liveThrough(test, underWay, rule))]),
  )
  return {
    set: basename(directory),
    n: test.length,
    model: measure(actual, predicted),
    baselines,
    rowsPerSecond,
    rowsPerCpuSecond,
    trainSeconds,
    trainCpuSeconds,
  }
}

const asOfTest = ({ train, test }: EtaSet) => {
  const startMs = Math.min(...test.map(({ startedAtMs }) => givenNumber(startedAtMs)))
  const isOver = (journey: FinishedJourney) => !(endedAtMs(journey) > startMs)
  return { over: train.filter(isOver), underWay: train.filter((journey) => !isOver(journey)) }
}

const inOrderOfEnd = (journeys: FinishedJourney[]) =>
  journeys.some(({ startedAtMs }) => startedAtMs === undefined)
    ? journeys
    : journeys.toSorted((one, other) => endedAtMs(one) - endedAtMs(other))

type Teachable<Answer> = { predict: (journey: FinishedJourney) => Answer; learn: (journey: FinishedJourney) => void }

/** Asks for each journey in turn; tells each outcome as soon as it has happened. */
const liveThrough = <Answer extends HoursQuantiles>(test: FinishedJourney[], underWay: FinishedJourney[], rule: Teachable<Answer>) => {
  const predicted: HoursQuantiles[] = []
  const earlier = createOutcomes<FinishedJourney>()
  for (const journey of underWay) earlier.add(endedAtMs(journey), journey)
  replay(
    test,
    (journey) => {
      const now = givenNumber(journey.startedAtMs)
      for (let due = earlier.next(now); due; due = earlier.next(now)) rule.learn(due)
      predicted.push(rule.predict(journey))
    },
    (journey) => rule.learn(journey),
  )
  return predicted
}
