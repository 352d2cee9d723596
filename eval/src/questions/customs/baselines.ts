import { fromLogOdds, toLogOdds } from '@lading/models/probability/log-odds'
import { learnLogistic, logisticScore } from '@lading/models/probability/logistic'
import { areaUnderCurve } from '@lading/models/probability/rank'
import type { Measures } from '../../question.ts'
import { type Answered, type Columns, parties } from './format.ts'
import { measure } from './measures.ts'

/** A group counts as much as all declarations once it has had so many. */
const prior = 10
const parts = 5

type Rates = { rate: number; of: Map<string, [yes: number, told: number]> }

const learnRates = (names: string[], answers: ArrayLike<number>, isIn: (row: number) => boolean): Rates => {
  const of: Rates['of'] = new Map()
  let yes = 0
  let told = 0
  for (let row = 0; row < names.length; row += 1) {
    if (!isIn(row)) continue
    const counts = of.get(names[row] as string) ?? [0, 0]
    counts[0] += answers[row] as number
    counts[1] += 1
    of.set(names[row] as string, counts)
    yes += answers[row] as number
    told += 1
  }
  return { rate: told > 0 ? yes / told : 0.5, of }
}

const rateOf = ({ rate, of }: Rates, name: string) => {
  const [yes, told] = of.get(name) ?? [0, 0]
  return (yes + prior * rate) / (told + prior)
}

/** The rate of each declaration's group, as the other parts of the declarations tell it. */
const ratesOfOthers = (names: string[], answers: Float64Array) => {
  const partOf = (row: number) => Math.floor((row * parts) / names.length)
  const learnt = Array.from({ length: parts }, (_, part) => learnRates(names, answers, (row) => partOf(row) !== part))
  return Float64Array.from(names, (name, row) => rateOf(learnt[partOf(row)] as Rates, name))
}

const signedLog = (value: number) => Math.sign(value) * Math.log1p(Math.abs(value))

/** What simple rules say of the same declarations: no groups, one group, and logistic regression on the rates of all groups. */
export const baselines = (train: Answered, test: Answered, { categories, numbers }: Columns): Record<string, Measures> => {
  const { answers } = train
  const names = ({ declarations }: Answered, column: string) => declarations.categories[column] as string[]
  const all = (_: number) => true
  const encoded = categories.map((column) => {
    const rates = learnRates(names(train, column), answers, all)
    return {
      column,
      past: ratesOfOthers(names(train, column), answers),
      future: Float64Array.from(names(test, column), (name) => rateOf(rates, name)),
    }
  })
  const judged = (probabilities: Float64Array) => measure(test.answers, probabilities)
  const single = (name: string, column: string | undefined) => {
    const its = encoded.find((one) => one.column === column)
    return its ? [[name, judged(its.future)] as const] : []
  }
  const best = encoded
    .map(({ column, past }) => ({ column, auc: areaUnderCurve(answers, past) }))
    .reduce((one, other) => (other.auc > one.auc ? other : one), { column: '', auc: 0 })

  const logs = ({ declarations }: Answered) => numbers.map((name) => (declarations.numbers[name] as Float64Array).map(signedLog))
  const features = [...encoded.map(({ past }) => past.map(toLogOdds)), ...logs(train)]
  const logistic = learnLogistic(features, answers)
  const future = [...encoded.map((one) => one.future.map(toLogOdds)), ...logs(test)]
  return {
    baseRate: judged(
      new Float64Array(test.answers.length).fill(
        learnRates(
          Array.from(answers, () => ''),
          answers,
          all,
        ).rate,
      ),
    ),
    ...Object.fromEntries([
      ...single('importerRate', parties.importer),
      ...single('goodsRate', parties.goods),
      ...single('bestColumn', best.column),
    ]),
    logistic: judged(test.answers.map((_, row) => fromLogOdds(logisticScore(logistic, future, row)))),
  }
}
