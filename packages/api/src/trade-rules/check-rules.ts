import type { NewTradeRule } from '@lading/shared/contract/trade-rule'
import { membersOf } from '@lading/shared/domain/customs-territory'
import { isCurrency } from '@lading/shared/domain/money'
import type { Charge } from '@lading/shared/domain/trade-rule'
import { type Issue, issueAt, type ToldOf } from '@lading/shared/issue/issue'
import type { IssueCode } from '@lading/shared/issue/sentences'
import { countryOf } from '../csv/country-of.ts'

const territories = new Set<string>(membersOf.map(([territory]) => territory))

/** What the schema cannot say: whether places and currencies exist, and days and bounds are in order. */
export const checkRule = ({ destination, origins = [], terms, validFrom, validTo = null }: NewTradeRule): Issue[] => {
  const issues: Issue[] = []
  const wrong = <Code extends IssueCode>(path: string, code: Code, ...told: ToldOf<Code>) => void issues.push(issueAt(path, code, ...told))
  const place = (path: string, code: string) => {
    if (!territories.has(code) && countryOf(code) !== code) wrong(path, 'place-unknown', { value: code })
  }
  const currency = (path: string, code: string | undefined) => {
    if (code !== undefined && !isCurrency(code)) wrong(path, 'currency-unknown', { value: code })
  }
  const charge = (path: string, { percent: _, currency: own, ...amounts }: Charge) => {
    currency(`${path}/currency`, own)
    if (own === undefined && Object.values(amounts).some((amount) => amount !== undefined)) wrong(`${path}/currency`, 'currency-needed')
    if (Number(amounts.minimum ?? 0) > Number(amounts.maximum ?? Number.POSITIVE_INFINITY))
      wrong(`${path}/maximum`, 'more-than', { one: 'minimum', other: 'maximum' })
  }
  place('/destination', destination)
  origins.forEach((origin, index) => void place(`/origins/${index}`, origin))
  if (validTo !== null && validTo < validFrom) wrong('/validTo', 'before', { other: 'validFrom' })
  if ('currency' in terms) currency('/terms/currency', terms.currency)
  if ('charge' in terms) charge('/terms/charge', terms.charge)
  if (terms.kind === 'fee' && terms.charge.currency === undefined && (terms.fromValue ?? terms.belowValue) !== undefined)
    wrong('/terms/charge/currency', 'currency-needed')
  if (terms.kind === 'de-minimis' && terms.instead) charge('/terms/instead', terms.instead)
  return issues
}

/** Of rules that come together, with which of them is meant; a version that begins on a day is there once. */
export const checkRules = (rules: NewTradeRule[], pathOf: (index: number, path: string) => string): Issue[] => {
  const begun = new Map<string, number>()
  return rules.flatMap((rule, index) => {
    const issues = checkRule(rule).map((issue) => ({ ...issue, path: pathOf(index, issue.path) }))
    const start = `${rule.key} ${rule.validFrom}`
    const before = begun.get(start)
    begun.set(start, before ?? index)
    return before === undefined ? issues : [...issues, issueAt(pathOf(index, '/validFrom'), 'more-than-once', { value: start })]
  })
}
