import { territoryOf } from '@lading/shared/domain/customs-territory'
import { isInForce, type TradeRule, type TradeRuleKind, type TradeTerms } from '@lading/shared/domain/trade-rule'

export type RuleOf<Kind extends TradeRuleKind> = TradeRule & { terms: Extract<TradeTerms, { kind: Kind }> }

type Goods = { hsCode: string; origin: string }

/** Rules of a kind that are in force where goods go, those that are said most closely first. */
export const rulesOf = <Kind extends TradeRuleKind>(
  rules: TradeRule[],
  kind: Kind,
  { destination, day }: { destination: string; day: string },
): RuleOf<Kind>[] => {
  const here = rules.filter(
    (rule): rule is RuleOf<Kind> => rule.terms.kind === kind && isPlace(rule.destination, destination) && isInForce(rule, day),
  )
  return here.sort(
    (a, b) =>
      b.hsPrefix.length - a.hsPrefix.length ||
      Number(b.destination === destination) - Number(a.destination === destination) ||
      Number(b.origins.length > 0) - Number(a.origins.length > 0) ||
      (a.key < b.key ? -1 : 1),
  )
}

/** Whether it is about goods of such a kind from there. */
export const concerns = ({ hsPrefix, origins }: TradeRule, { hsCode, origin }: Goods) =>
  hsCode.startsWith(hsPrefix) && (origins.length === 0 || origins.some((place) => isPlace(place, origin)))

/** Of rules in order, the first of each name: one more closely said takes the place of a general one. */
export const firstOfEach = <Rule>(rules: Rule[], nameOf: (rule: Rule) => string): Rule[] => {
  const names = new Set<string>()
  return rules.filter((rule) => {
    const name = nameOf(rule)
    return !names.has(name) && names.add(name)
  })
}

const isPlace = (place: string, country: string) => place === country || place === territoryOf(country)
