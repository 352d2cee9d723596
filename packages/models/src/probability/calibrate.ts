import { fromLogOdds, meanLogLoss, toLogOdds } from './log-odds.ts'

/** Turns a score (log-odds) into a probability that comes true as often as it says. Plain data. */
export type Calibration =
  | { kind: 'line'; slope: number; shift: number }
  /** Steps, a straight line between: at scores[i] the probability is shares[i]. */
  | { kind: 'steps'; scores: number[]; shares: number[] }

export const asItIs: Calibration = { kind: 'line', slope: 1, shift: 0 }

export const calibrated = (calibration: Calibration, score: number): number => {
  if (calibration.kind === 'line') return fromLogOdds(calibration.slope * score + calibration.shift)
  const { scores, shares } = calibration
  let low = 0
  let high = scores.length - 1
  if (score <= (scores[0] as number)) return shares[0] as number
  if (score >= (scores[high] as number)) return shares[high] as number
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((scores[middle] as number) <= score) low = middle
    else high = middle
  }
  const [from, to] = [scores[low] as number, scores[high] as number]
  const part = (score - from) / (to - from)
  return (shares[low] as number) * (1 - part) + (shares[high] as number) * part
}

/** Platt's line through the log-odds (Platt 1999), drawn towards "as it is" so that a few answers do not bend it much. Newton's method. */
export const fitLine = (answers: ArrayLike<number>, scores: ArrayLike<number>): Calibration => {
  const pull = 1
  let slope = 1
  let shift = 0
  for (let round = 0; round < 25; round += 1) {
    let [gradientSlope, gradientShift] = [pull * (slope - 1), pull * shift]
    let [curveSlope, curveBoth, curveShift] = [pull, 0, pull]
    for (let row = 0; row < answers.length; row += 1) {
      const score = scores[row] as number
      const probability = fromLogOdds(slope * score + shift)
      const miss = probability - (answers[row] as number)
      const curve = probability * (1 - probability)
      gradientSlope += miss * score
      gradientShift += miss
      curveSlope += curve * score * score
      curveBoth += curve * score
      curveShift += curve
    }
    const determinant = curveSlope * curveShift - curveBoth * curveBoth
    const stepSlope = (curveShift * gradientSlope - curveBoth * gradientShift) / determinant
    const stepShift = (curveSlope * gradientShift - curveBoth * gradientSlope) / determinant
    slope -= stepSlope
    shift -= stepShift
    if (Math.abs(stepSlope) + Math.abs(stepShift) < 1e-9) break
  }
  // A falling line would turn the ranking round: the scores say nothing then, and the mean is all there is to say.
  return slope > 0 && Number.isFinite(shift) ? { kind: 'line', slope, shift } : asItIs
}

/** The rising steps that fit best (isotonic regression; Zadrozny and Elkan 2002), by pooling neighbours that are out of order. */
export const fitSteps = (answers: ArrayLike<number>, scores: ArrayLike<number>): Calibration => {
  const order = Uint32Array.from({ length: scores.length }, (_, at) => at).sort(
    (one, other) => (scores[one] as number) - (scores[other] as number),
  )
  type Pool = { rows: number; yes: number; score: number }
  const pools: Pool[] = []
  const shareOf = ({ rows, yes }: Pool) => yes / rows
  for (const row of order) {
    pools.push({ rows: 1, yes: answers[row] as number, score: scores[row] as number })
    for (let last = pools.length - 1; last > 0; last -= 1) {
      const [before, here] = [pools[last - 1] as Pool, pools[last] as Pool]
      if (shareOf(before) < shareOf(here)) break
      before.score = (before.score * before.rows + here.score * here.rows) / (before.rows + here.rows)
      before.rows += here.rows
      before.yes += here.yes
      pools.pop()
    }
  }
  // Half a yes and half a no more: an end of the steps that was always right so far is not certain. The steps keep rising all the same.
  let highest = 0
  const shares = pools.map(({ rows, yes }) => {
    highest = Math.max(highest, (yes + 0.5) / (rows + 1))
    return highest
  })
  return { kind: 'steps', scores: pools.map(({ score }) => score), shares }
}

const parts = 5
const enoughAnswers = 100
/** Below about a thousand, steps follow chance (Niculescu-Mizil and Caruana 2005). */
const enoughForSteps = 1_000

/** The calibration, of none, line and steps, with the least log loss on parts of the rows that it was not fitted to. */
export const chooseCalibration = (answers: Float64Array, scores: Float64Array): Calibration => {
  if (answers.length < enoughAnswers) return asItIs
  const lossOf = (learn: typeof fitLine) => {
    let sum = 0
    for (let part = 0; part < parts; part += 1) {
      const isOut = (_: number, row: number) => row % parts === part
      const isIn = (_: number, row: number) => row % parts !== part
      const fitted = learn(answers.filter(isIn), scores.filter(isIn))
      sum += meanLogLoss(
        answers.filter(isOut),
        scores.filter(isOut).map((score) => calibrated(fitted, score)),
      )
    }
    return sum / parts
  }
  const allowed = answers.length >= enoughForSteps ? [() => asItIs, fitLine, fitSteps] : [() => asItIs, fitLine]
  const choices = allowed.map((learn) => ({ learn, loss: lossOf(learn) }))
  const best = choices.reduce((one, other) => (other.loss < one.loss ? other : one))
  return best.learn(answers, scores)
}

/** The probability after how often the answer is yes has changed and nothing else has (Elkan 2001). */
export const atNewRate = (probability: number, learntRate: number, rate: number) =>
  fromLogOdds(toLogOdds(probability) + toLogOdds(rate) - toLogOdds(learntRate))
