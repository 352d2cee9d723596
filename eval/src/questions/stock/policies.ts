import { recentDemand } from '@lading/models/demand/recent-demand'
import { negativeBinomial } from '@lading/models/distribution/negative-binomial'
import { normal } from '@lading/models/distribution/normal'
import { criticalRatio } from '@lading/models/stock/costs'
import { orderByRollingForward } from '@lading/models/stock/roll-forward'
import type { Policy, Rules, View } from './game.ts'

const meanOf = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length
const known = ({ history }: View) => history.filter((demand) => !Number.isNaN(demand))
const moments = (view: View) => {
  const demands = known(view)
  const mean = meanOf(demands)
  return { mean, variance: demands.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, demands.length - 1) }
}
const position = ({ onHand, arriving }: View) => arriving.reduce((sum, each) => sum + each, onHand)

/** Lading's: as demand lately was, rolled forward. The fractile follows from the costs alone. */
export const lading =
  (rules: Rules): Policy =>
  (view) =>
    orderByRollingForward(rules, recentDemand(view.history), view)

/** The simple rules beside it. Four weeks' cover goes by the mean of the last eight weeks, the others by all history. */
export const baselines = (rules: Rules): Record<string, Policy> => {
  const exposed = rules.leadWeeks + 1
  return {
    perfectForesight: ({ onHand, arriving, week }, { future }) => {
      const left = arriving.reduce((stock, arrival, at) => Math.max(0, stock + arrival - (future[week - 1 + at] ?? 0)), onHand)
      return (future[week - 1 + rules.leadWeeks] ?? 0) - left
    },
    fourWeekCover: (view) => 4 * meanOf(known(view).slice(-8)) - position(view),
    orderUpTo: (view) => {
      const { mean, variance } = moments(view)
      return normal(exposed * mean, Math.sqrt(exposed * variance)).quantile(criticalRatio(rules)) - position(view)
    },
    rollForwardNormal: (view) => {
      const { mean, variance } = moments(view)
      return orderByRollingForward(rules, normal(mean, Math.sqrt(variance)), view)
    },
    rollForwardNegativeBinomial: (view) => {
      const { mean, variance } = moments(view)
      return orderByRollingForward(rules, negativeBinomial(mean, variance), view)
    },
  }
}
