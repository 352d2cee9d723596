/** A probability is never quite 0 or 1: one sure mistake must not cost without end. */
const nearest = 1e-6

export const within01 = (probability: number) => Math.min(1 - nearest, Math.max(nearest, probability))

export const toLogOdds = (probability: number) => {
  const its = within01(probability)
  return Math.log(its / (1 - its))
}

export const fromLogOdds = (score: number) => 1 / (1 + Math.exp(-score))

/** What a probability costs once the answer is known: the negative logarithm of what it gave to the answer. */
export const lossOf = (answer: number, probability: number) => -Math.log(answer > 0.5 ? within01(probability) : 1 - within01(probability))

export const meanLogLoss = (answers: ArrayLike<number>, probabilities: ArrayLike<number>): number => {
  let sum = 0
  for (let row = 0; row < answers.length; row += 1) sum += lossOf(answers[row] as number, probabilities[row] as number)
  return sum / answers.length
}

/** The log loss of always saying how often the answer is yes. */
export const entropyOf = (share: number) => lossOf(1, share) * share + lossOf(0, share) * (1 - share)
