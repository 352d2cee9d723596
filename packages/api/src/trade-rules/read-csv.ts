import { NewTradeRule } from '@lading/shared/contract/trade-rule'
import { type TradeRuleKind, tradeRuleKinds } from '@lading/shared/domain/trade-rule'
import { type Issue, issueAt, wrongOn } from '@lading/shared/issue/issue'
import { issueOfSchema } from '@lading/shared/issue/of-schema'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { recordsOf, refuseFile } from '../csv/records-of.ts'
import { checkRules } from './check-rules.ts'

const ajv = new Ajv({ strict: false, allErrors: true, discriminator: true })
addFormats.default(ajv)
const validate = ajv.compile(NewTradeRule)

const needed = ['key', 'kind', 'destination', 'valid_from', 'source']
const common = [...needed, 'origins', 'hs_prefix', 'valid_to', 'source_url', 'is_example']
const charge = ['percent', 'per_kg', 'per_unit', 'per_subheading', 'fixed', 'minimum', 'maximum', 'currency']
const instead = ['instead_percent', 'instead_per_subheading', 'instead_fixed']
/** Columns that each kind of rule has besides those of all. */
const own: Record<TradeRuleKind, string[]> = {
  valuation: ['basis', 'currency'],
  duty: ['measure', 'programme', ...charge],
  tax: ['name', 'percent', 'on'],
  excise: ['name', ...charge],
  fee: ['name', 'from_value', 'below_value', 'modes', ...charge],
  'de-minimis': ['of', 'up_to', 'currency', 'value', 'except_hs', ...instead],
  prohibition: ['what', 'to_do'],
  restriction: ['what', 'to_do'],
  document: ['document', 'to_do'],
}
const columnsKnown = new Set([...common, ...Object.values(own).flat()])
const lists = ['origins', 'on', 'modes', 'except_hs']

type Cells = Record<string, string | string[]>

/** Rules from a CSV file, a row a version. Throws with every row and column that is wrong, and then nothing is read. */
export const readTradeRules = (text: string): NewTradeRule[] => {
  const { columns, records } = recordsOf(text, needed)
  const strange = columns.filter((name) => !columnsKnown.has(name))
  refuseFile(strange.map((column) => issueAt('line 1', 'column-unknown', { column })))
  if (records.length === 0) refuseFile([issueAt('line 1', 'no-rows')])
  const issues: Issue[] = []
  const rules = records.flatMap(({ line, fields }) => {
    const wrong = wrongOn(line, issues)
    const { kind } = fields
    if (!isKind(kind)) {
      wrong('kind', 'not-one-of', { value: kind ?? '', known: tradeRuleKinds.join(', ') })
      return []
    }
    const cells = cellsOf(fields)
    const idle = Object.keys(cells).filter((name) => !common.includes(name) && !own[kind].includes(name))
    for (const name of idle) wrong(name, 'not-of-kind', { kind })
    const rule = ruleOf(kind, cells)
    if (validate(rule)) return [{ line, rule: rule as NewTradeRule }]
    const found = (validate.errors ?? []).map(issueOfSchema)
    issues.push(...found.map((issue) => ({ ...issue, path: `line ${line}, ${columnOf(issue.path)}` })))
    return []
  })
  const pathOf = (index: number, path: string) => `line ${rules[index]?.line}, ${columnOf(path)}`
  issues.push(
    ...checkRules(
      rules.map(({ rule }) => rule),
      pathOf,
    ),
  )
  refuseFile(issues)
  return rules.map(({ rule }) => rule)
}

const isKind = (kind: string | undefined): kind is TradeRuleKind => (tradeRuleKinds as readonly string[]).includes(kind ?? '')

/** What is not empty; lists are parted by semicolons or spaces. */
const cellsOf = (fields: Record<string, string>): Cells =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === '' ? [] : [[name, lists.includes(name) ? value.split(/[;\s]+/).filter(Boolean) : value]],
    ),
  )

const ruleOf = (kind: TradeRuleKind, cells: Cells) => {
  const pick = (names: string[], from = '') =>
    Object.fromEntries(names.flatMap((name) => (cells[name] === undefined ? [] : [[camel(name.slice(from.length)), cells[name]]])))
  const { is_example: isExample, ...plain } = cells
  return {
    ...Object.fromEntries(common.flatMap((name) => (name === 'kind' || plain[name] === undefined ? [] : [[camel(name), plain[name]]]))),
    ...(isExample !== undefined && { isExample: isExample === 'true' ? true : isExample === 'false' ? false : isExample }),
    terms: termsOf(kind, cells, pick),
  }
}

const termsOf = (kind: TradeRuleKind, cells: Cells, pick: (names: string[], from?: string) => Cells) => {
  const plain = pick(own[kind].filter((name) => !charge.includes(name) && !instead.includes(name)))
  if (kind === 'duty') return { kind, measure: 'third-country', programme: '', ...plain, charge: pick(charge) }
  if (kind === 'excise' || kind === 'fee') return { kind, ...plain, charge: pick(charge) }
  if (kind === 'tax') return { kind, on: [], ...plain, ...pick(['percent']) }
  if (kind === 'valuation') return { kind, ...plain, ...pick(['currency']) }
  if (kind !== 'de-minimis') return { kind, toDo: '', ...plain }
  const inPlace = pick(instead, 'instead_')
  const isCharged = Object.keys(inPlace).length > 0
  return { kind, exceptHs: [], ...plain, ...pick(['currency']), ...(isCharged && { instead: { ...inPlace, currency: cells.currency } }) }
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
/** The column that a place in a rule came from. */
const columnOf = (path: string) => {
  const parts = path.split('/').filter((part) => !/^\d*$/.test(part))
  const name = (parts.at(-1) ?? 'key').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return parts.at(-2) === 'instead' ? `instead_${name}` : name
}
