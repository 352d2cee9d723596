import { binEdges } from '../../boosting/bin-feature.ts'
import { binTable } from '../../boosting/bin-table.ts'
import { type Boosted, type BoostRules, boost } from '../../boosting/boost.ts'
import { logLoss } from '../../boosting/log-loss.ts'
import { asItIs } from '../../probability/calibrate.ts'
import { toLogOdds } from '../../probability/log-odds.ts'
import { blocksOf } from './blocks.ts'
import { type Declarations, inTime, pick, type Roles } from './declarations.ts'
import { type Encoder, encode, learnEncoder, planEncoder } from './encoder.ts'
import { type Refusal, type Repeat, refuse, without } from './refuse.ts'
import { type Calibrations, calibrateEach, probabilitiesOf, scoresOf } from './score.ts'

/** Which declarations are worth an examination. Plain data but for typed arrays and maps; `saveTargeting` makes it storable. */
export type Targeting = {
  encoder: Encoder
  boosted: Boosted[]
  calibration: Calibrations
  refused: Refusal[]
  repeats: Repeat[]
  learntFrom: number
  /** Probabilities given to the latest part of the declarations before learning from it: what later ones are compared with. */
  tried: Float64Array
}

const rules: Partial<BoostRules> = {
  rounds: 300,
  shrinkage: 0.08,
  leaves: 20,
  depth: 8,
  leastRows: 30,
  lambda: 5,
  rowShare: 0.7,
  featureShare: 0.3,
  patience: 25,
}
const repetitions = 2
/** The latest part of the declarations on which is tried what has been learnt from those before. */
const triedShare = 0.2
const enoughRows = 200
const enoughOfEach = 20

/**
 * Learns from declarations whose answer (1: rightly inspected, 0: not) is known. The latest fifth first serves to find how many trees are
 * enough and to calibrate; then all are learnt from. With few answers there are no trees: the rate of all is all that is said.
 */
export const learnTargeting = (given: Declarations, givenAnswers: ArrayLike<number>, roles: Roles = {}): Targeting => {
  const order = inTime(given)
  const answers = Float64Array.from(order, (row) => givenAnswers[row] as number)
  const sorted = pick(given, order)
  const { refused, repeats } = answers.length > 0 ? refuse(sorted, answers, blocksOf(sorted)) : { refused: [], repeats: [] }
  const declarations = without(
    sorted,
    refused.map(({ column }) => column),
  )
  const learntFrom = answers.length
  const yes = answers.reduce((sum, answer) => sum + answer, 0)
  if (learntFrom < enoughRows || Math.min(yes, learntFrom - yes) < enoughOfEach) {
    const rate = (yes + 0.5) / (learntFrom + 1)
    const encoder: Encoder = { roles, prices: {}, components: [], crosses: [], rate, numbers: [] }
    const tried = new Float64Array(learntFrom).fill(rate)
    return {
      encoder,
      boosted: [{ start: toLogOdds(rate), trees: [] }],
      calibration: { known: asItIs, fresh: asItIs },
      refused,
      repeats,
      learntFrom,
      tried,
    }
  }

  const from = learntFrom - Math.round(triedShare * learntFrom)
  const rowsOf = (start: number, end: number) =>
    pick(
      declarations,
      Int32Array.from({ length: end - start }, (_, at) => start + at),
    )
  const past = rowsOf(0, from)
  const plan = planEncoder(past, answers.subarray(0, from), roles)
  const first = learnEncoder(past, answers.subarray(0, from), roles, plan)
  const later = encode(first.encoder, rowsOf(from, learntFrom))
  const columns = first.features.columns.map((column, at) => joined(column, later.columns[at] as Float64Array))
  const edges = first.features.columns.map((column) => binEdges(column))
  const trial = boost({ table: binTable(columns, edges), targets: answers, loss: logLoss, judgedFrom: from, rules })
  // The scores after all rounds tried are those of a few trees too many; they are taken again, of the trees that are kept.
  const scores = scoresOf([trial.boosted], later.columns)
  const calibration = calibrateEach(answers.subarray(from), scores, later.fresh)

  const whole = learnEncoder(declarations, answers, roles, plan)
  const table = binTable(whole.features.columns)
  const boosted = Array.from({ length: repetitions }, (_, at) => {
    const ofThis = { ...rules, rounds: trial.boosted.trees.length, seed: at + 1 }
    return boost({ table, targets: answers, loss: logLoss, rules: ofThis }).boosted
  })
  return {
    encoder: whole.encoder,
    boosted,
    calibration,
    refused,
    repeats,
    learntFrom,
    tried: probabilitiesOf(calibration, scores, later.fresh),
  }
}

const joined = (one: Float64Array, other: Float64Array) => {
  const both = new Float64Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
