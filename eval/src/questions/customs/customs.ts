import { basename, resolve } from 'node:path'
import { assess } from '@lading/models/customs/targeting/assess'
import type { Declarations } from '@lading/models/customs/targeting/declarations'
import { type Drift, driftOf } from '@lading/models/customs/targeting/drift'
import { learnTargeting } from '@lading/models/customs/targeting/learn-targeting'
import type { Refusal, Repeat } from '@lading/models/customs/targeting/refuse'
import type { Measures, OnData, SetResult } from '../../question.ts'
import { setsOf } from '../../sets-of.ts'
import { baselines } from './baselines.ts'
import { readSet, roles } from './format.ts'
import { measure } from './measures.ts'

type CustomsResult = SetResult & {
  trainCpuSeconds: number
  refused: (Refusal | { column: string; reason: 'another-answer' })[]
  repeats: Repeat[]
  /** The measures of the declarations whose amounts are not copied from a known one, when some are. */
  unrepeated?: Measures
  drift: Drift
}

const secondsOf = <Result>(work: () => Result) => {
  const cpu = process.cpuUsage()
  const started = performance.now()
  const result = work()
  const { user, system } = process.cpuUsage(cpu)
  return { result, seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 }
}

/** The rows of `now` in which no amount that repeats has been there before. */
const unrepeatedRows = (repeats: Repeat[], then: Declarations, now: Declarations): number[] => {
  const seen = repeats.map(({ column }) => new Set(then.numbers[column]))
  return Array.from({ length: now.rows }, (_, row) => row).filter((row) =>
    repeats.every(({ column }, at) => !seen[at]?.has(now.numbers[column]?.[row] as number)),
  )
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
  const fresh = unrepeatedRows(targeting.repeats, train.declarations, test.declarations)
  const of = (values: Float64Array) => Float64Array.from(fresh, (row) => values[row] as number)
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
    ...(targeting.repeats.length > 0 && { unrepeated: { n: fresh.length, ...measure(of(test.answers), of(probabilities), of(scores)) } }),
    drift: driftOf(targeting, train.declarations, test.declarations, probabilities),
  }
}

/** Which declarations are worth an examination. */
export const customs: OnData = {
  name: 'customs',
  about: 'which declarations are inspected for good reason: ranking (AUC, precision at 5 and 10 %), log loss and calibration',
  find: setsOf('train.csv', 'test.csv'),
  judge,
  shown: ['auc', 'precisionAt5', 'recallAt5', 'precisionAt10', 'logLoss', 'calibrationError'],
  decides: { auc: 'higher', precisionAt5: 'higher' },
}
