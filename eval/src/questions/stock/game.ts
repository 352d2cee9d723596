/** Weekly review of a shop's stock, with a lead time and lost sales. */
export type Rules = {
  holdingCost: number
  shortageCost: number
  leadWeeks: number
  orderRounds: number
  weeks: number
  scoredFromWeek: number
}

export type Item = {
  id: string
  /** Demand of the weeks before, NaN where the item was out of stock. */
  history: number[]
  opening: { onHand: number; arriving: number[] }
  /** Demand of the weeks to play. */
  future: number[]
}

/** What a policy sees at the start of a week, before the week's goods arrive. */
export type View = { onHand: number; arriving: number[]; history: number[]; week: number }
/** How much to order; it arrives `leadWeeks` after the week that begins now. */
export type Policy = (view: View, item: Item) => number

export type Score = { holding: number; shortage: number; demand: number; short: number; weeks: number; weeksWithoutShortage: number }

/**
 * Plays one item through: a week begins with the order, then goods arrive, then customers come; who finds nothing goes away. Demand is
 * revealed when its week is over. Only the weeks that the first order can reach are scored.
 */
export const play = (item: Item, rules: Rules, policy: Policy): Score => {
  const score: Score = { holding: 0, shortage: 0, demand: 0, short: 0, weeks: 0, weeksWithoutShortage: 0 }
  const arriving = [...item.opening.arriving]
  const history = [...item.history]
  let onHand = item.opening.onHand
  for (let week = 1; week <= rules.weeks; week++) {
    const order = week <= rules.orderRounds ? policy({ onHand, arriving: [...arriving], history: [...history], week }, item) : 0
    arriving.push(Math.max(0, Math.round(order)))
    onHand += arriving.shift() as number
    const demand = item.future[week - 1] as number
    const short = Math.max(0, demand - onHand)
    onHand = Math.max(0, onHand - demand)
    history.push(demand)
    if (week < rules.scoredFromWeek) continue
    score.holding += rules.holdingCost * onHand
    score.shortage += rules.shortageCost * short
    score.demand += demand
    score.short += short
    score.weeks += 1
    score.weeksWithoutShortage += short === 0 ? 1 : 0
  }
  return score
}

/** All items together: cost, its two parts, the share of demand met and of weeks without a shortage. */
export const total = (scores: Score[]) => {
  const sum = (of: (score: Score) => number) => scores.reduce((so, score) => so + of(score), 0)
  const [holding, shortage] = [sum((score) => score.holding), sum((score) => score.shortage)]
  return {
    cost: holding + shortage,
    holding,
    shortage,
    fillRate: 1 - sum((score) => score.short) / sum((score) => score.demand),
    cycleService: sum((score) => score.weeksWithoutShortage) / sum((score) => score.weeks),
  }
}
