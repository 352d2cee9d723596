import { toLogOdds } from '../../probability/log-odds.ts'
import { codesIn, valueIn } from './component.ts'
import { evidenceOf } from './count-crosses.ts'
import type { Declarations } from './declarations.ts'
import type { Targeting } from './learn-targeting.ts'
import { priceAgainstGoods, withPrices } from './prices.ts'

export type RiskReason =
  /** Of declarations that agree in these, so many were examined, and in this share (drawn towards wider groups) it was right. */
  | { code: 'group'; of: { name: string; value: string }[]; examined: number; share: number; rate: number }
  /** The price is so many times what such goods usually cost. */
  | { code: 'price'; timesUsual: number }

const mostGroups = 3
/** Half or double the usual price is worth a word. */
const notableTimes = 2
/** Less than this in log-odds is no reason. */
const notableLogOdds = 0.2

/**
 * What speaks for or against an examination of one row: the groups that differ most from the rate of all, each telling something that the
 * ones named before do not contain, and a price out of line.
 */
export const explainRisk = ({ encoder }: Targeting, declarations: Declarations, row: number): RiskReason[] => {
  const { roles, prices, components, crosses, rate } = encoder
  const priced = withPrices(declarations, roles, prices)
  const codes = components.map((component) => codesIn(component, priced))
  const evidence = evidenceOf(crosses, codes, rate, declarations.rows)
  const groups = crosses
    .map(({ components: of }, at) => {
      const share = evidence[at]?.share[row] as number
      return { of, share, examined: evidence[at]?.told[row] as number, apart: Math.abs(toLogOdds(share) - toLogOdds(rate)) }
    })
    .filter(({ examined, apart }) => examined > 0 && apart >= notableLogOdds)
    .sort((one, other) => other.apart - one.apart || one.of.length - other.of.length)

  const told: typeof groups = []
  for (const group of groups) {
    const isPartOfTold = told.some(({ of }) => group.of.every((component) => of.includes(component)))
    if (told.length < mostGroups && !isPartOfTold) told.push(group)
  }
  const timesUsual = priced.numbers[priceAgainstGoods]?.[row] ?? Number.NaN
  const isNotable = timesUsual <= 1 / notableTimes || timesUsual >= notableTimes
  return [
    ...told.map(({ of, share, examined }) => ({
      code: 'group' as const,
      of: of.flatMap((at) => {
        const component = components[at]
        return component ? [{ name: component.name, value: valueIn(component, priced, row) }] : []
      }),
      examined,
      share,
      rate,
    })),
    ...(isNotable ? [{ code: 'price' as const, timesUsual }] : []),
  ]
}
