import type { Charge, TradeRule } from '@lading/shared/domain/trade-rule'
import type { ConsignmentLine } from './consignment.ts'
import type { Levy } from './duties.ts'
import { concerns, rulesOf } from './rules-for.ts'

export const findingKinds = ['prohibition', 'restriction', 'document', 'no-duty-rule', 'no-tax-rule', 'no-weight'] as const

/** What has to be known before goods leave: of which lines, by which rule, and what to do. Words only where the rule has them. */
export type Finding = {
  kind: (typeof findingKinds)[number]
  lines: number[]
  what: string
  toDo: string
  rule: Pick<TradeRule, 'id' | 'key' | 'version' | 'source' | 'sourceUrl' | 'validFrom'> | null
}

type Goods = { rules: TradeRule[]; place: { destination: string; day: string } }

/** Prohibitions come first, then what cannot be reckoned, then what has to be brought along. */
export const findingsOn = (
  { rules, place }: Goods,
  lines: ConsignmentLine[],
  { unruled, untaxed }: { unruled: number[]; untaxed: number[] },
  levies: Levy[],
): Finding[] => {
  const said = (kind: 'prohibition' | 'restriction' | 'document') =>
    rulesOf(rules, kind, place).flatMap((rule): Finding[] => {
      const own = lines.flatMap((line, index) => (concerns(rule, line) ? [index] : []))
      const { id, key, version, source, sourceUrl, validFrom, terms } = rule
      const what = terms.kind === 'document' ? terms.document : terms.what
      return own.length === 0
        ? []
        : [{ kind, lines: own, what, toDo: terms.toDo, rule: { id, key, version, source, sourceUrl, validFrom } }]
    })
  const unknown = (kind: Finding['kind'], own: number[]): Finding[] =>
    own.length === 0 ? [] : [{ kind, lines: own, what: '', toDo: '', rule: null }]
  const unweighed = levies.flatMap(({ charge, lines: own }) => (isByWeight(charge) ? own : []))
  return [
    ...said('prohibition'),
    ...unknown('no-duty-rule', unruled),
    ...unknown('no-tax-rule', untaxed),
    ...unknown(
      'no-weight',
      [...new Set(unweighed)].filter((index) => lines[index]?.weightKg === undefined),
    ),
    ...said('restriction'),
    ...said('document'),
  ]
}

const isByWeight = (charge: Charge | null) => charge?.perKg !== undefined
