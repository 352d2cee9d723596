import { basename, resolve } from 'node:path'
import { assess } from '@lading/models/customs/targeting/assess'
import { type Drift, driftOf } from '@lading/models/customs/targeting/drift'
import { learnTargeting } from '@lading/models/customs/targeting/learn-targeting'
import type { Refusal, Repeat } from '@lading/models/customs/targeting/refuse'
import type { Question, SetResult } from '../../question.ts'
import { setsOf } from '../../sets-of.ts'
import { baselines } from './baselines.ts'
import { readSet, roles } from './format.ts'
import { measure } from './measures.ts'

type CustomsResult = SetResult & {
  trainCpuSeconds: number
  refused: (Refusal | { column: string; reason: 'another-answer' })[]
  repeats: Repeat[]
  drift: Drift
}

const secondsOf = <Result>(work: () => Result) => {
  const cpu = process.cpuUsage()
  const started = performance.now()
  const result = work()
  const { user, system } = process.cpuUsage(cpu)
  return { result, seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 }
}

const judge = async (directory: string, say: (line: string) => void): Promise<CustomsResult> => {
  const { columns, train, test } = await readSet(directory)
  const learnt = secondsOf(() => learnTargeting(train.declarations, train.answers, roles))
  const targeting = learnt.result
  // The answers of the test part are not touched while it is assessed: none of them is known when the declarations come in.
  const assessed = secondsOf(() => assess(targeting, test.declarations))
  const { probabilities, scores } = assessed.result
  for (const { column } of targeting.refused) say(`  ${column} is refused: it all but tells the answer`)
  for (const { column } of targeting.repeats) say(`  ${column} repeats to the last digit: records are copies, and the figures flatter`)
  return {
    set: basename(resolve(directory)),
    n: test.answers.length,
    model: measure(test.answers, probabilities, scores),
    baselines: baselines(train, test, columns),
    rowsPerSecond: test.answers.length / assessed.seconds,
    trainSeconds: learnt.seconds,
    trainCpuSeconds: learnt.cpuSeconds,
    refused: [...columns.refused.map((column) => ({ column, reason: 'another-answer' as const })), ...targeting.refused],
    repeats: targeting.repeats,
    drift: driftOf(targeting, train.declarations, test.declarations, probabilities),
  }
}

/** Which declarations are worth an examination. */
export const customs: Question = {
  name: 'customs',
  about: 'which declarations are inspected for good reason: ranking (AUC, precision at 5 and 10 %), log loss and calibration',
  find: setsOf('train.csv', 'test.csv'),
  judge,
  shown: ['auc', 'precisionAt5', 'recallAt5', 'precisionAt10', 'logLoss', 'calibrationError'],
}
