/** The rows with the highest score first. */
const byScore = (scores: ArrayLike<number>): Uint32Array =>
  Uint32Array.from({ length: scores.length }, (_, at) => at).sort((one, other) => (scores[other] as number) - (scores[one] as number))

/** Goes through the rows from the highest score down, those with one score together: how many they are, and how often the answer is yes. */
const eachTie = (answers: ArrayLike<number>, scores: ArrayLike<number>, visit: (rows: number, yes: number) => void) => {
  const order = byScore(scores)
  for (let from = 0; from < order.length; ) {
    const score = scores[order[from] as number]
    let to = from
    let yes = 0
    for (; to < order.length && scores[order[to] as number] === score; to += 1) yes += answers[order[to] as number] as number
    visit(to - from, yes)
    from = to
  }
}

/** How often a yes is ranked above a no, a tie counting half (Hanley and McNeil 1982). NaN when all answers are alike. */
export const areaUnderCurve = (answers: ArrayLike<number>, scores: ArrayLike<number>): number => {
  let yesAbove = 0
  let noAbove = 0
  let ordered = 0
  eachTie(answers, scores, (rows, yes) => {
    const no = rows - yes
    ordered += no * (yesAbove + yes / 2)
    yesAbove += yes
    noAbove += no
  })
  return ordered / (yesAbove * noAbove)
}

/**
 * When the share of rows with the highest scores is looked at: how many of those are a yes (precision), and how many of all that are a
 * yes are among them (recall). Of rows with one score, as many count as there is room for, with their mean.
 */
export const atShare = (answers: ArrayLike<number>, scores: ArrayLike<number>, share: number): { precision: number; recall: number } => {
  const room = Math.max(1, Math.round(share * answers.length))
  let taken = 0
  let found = 0
  let all = 0
  eachTie(answers, scores, (rows, yes) => {
    const fits = Math.min(rows, room - taken)
    found += (yes * fits) / rows
    taken += fits
    all += yes
  })
  return { precision: found / taken, recall: found / all }
}

/**
 * Expected calibration error: how far the mean probability of a bin is from how often its answer is yes, over bins with as many rows each
 * (Naeini, Cooper and Hauskrecht 2015).
 */
export const calibrationError = (answers: ArrayLike<number>, probabilities: ArrayLike<number>, bins = 10): number => {
  const order = byScore(probabilities)
  let error = 0
  for (let bin = 0; bin < bins; bin += 1) {
    let apart = 0
    const to = Math.round(((bin + 1) * order.length) / bins)
    for (let at = Math.round((bin * order.length) / bins); at < to; at += 1) {
      const row = order[at] as number
      apart += (probabilities[row] as number) - (answers[row] as number)
    }
    error += Math.abs(apart)
  }
  return error / order.length
}
