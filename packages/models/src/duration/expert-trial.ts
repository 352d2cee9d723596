import { pinball } from '../boosting/quantile-loss.ts'
import { levels, type Triple } from './journey.ts'

/** The mean pinball loss of an expert over journeys whose end is known. */
export const lossOf = (answers: Triple[], actual: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < answers.length; at += 1)
    for (let level = 0; level < levels.length; level += 1)
      sum += pinball(levels[level] as number, actual[at] as number, answers[at]?.[level] as number)
  return answers.length > 0 ? sum / (answers.length * levels.length) : Number.NaN
}

/** The places of the best of several losses: those within a share of the best, at most so many, at least two where there are two. */
export const bestOf = (losses: number[], within: number, most: number): number[] => {
  const order = [...losses.keys()].sort((one, other) => (losses[one] as number) - (losses[other] as number))
  const best = losses[order[0] as number] as number
  return order.filter((at, rank) => rank < 2 || (rank < most && (losses[at] as number) <= within * best)).sort((one, other) => one - other)
}
