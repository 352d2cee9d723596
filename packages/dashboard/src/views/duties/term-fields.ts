import { modes } from '@lading/shared/domain/mode'
import { dutyMeasures, reliefs, type TradeRuleKind, type TradeTerms, taxBases, valuationBases } from '@lading/shared/domain/trade-rule'

export const termNames = [
  ...['basis', 'currency', 'measure', 'programme', 'percent', 'perKg', 'perUnit', 'perSubheading', 'fixed', 'minimum', 'maximum'],
  ...['name', 'on', 'fromValue', 'belowValue', 'modes', 'of', 'upTo', 'value', 'exceptHs', 'what', 'toDo', 'document'],
] as const
export type TermName = (typeof termNames)[number]

/** A field of what a rule says: where it stands in it, and how it is filled in. */
export type TermField = {
  path: readonly string[]
  how: 'decimal' | 'text' | 'currency' | 'codes' | 'choice' | 'choices'
  /** Of which family of texts its choices are. */
  family?: 'valuation' | 'measure' | 'relief-of' | 'tax-base' | 'mode'
  options?: readonly string[]
  needed?: boolean
}

const decimals = (names: string[], within: string[] = []): TermField[] => names.map((name) => ({ path: [...within, name], how: 'decimal' }))
const text = (name: string, needed = true): TermField => ({ path: [name], how: 'text', needed })
const charge: TermField[] = [
  ...decimals(['percent', 'perKg', 'perUnit', 'perSubheading', 'fixed', 'minimum', 'maximum'], ['charge']),
  { path: ['charge', 'currency'], how: 'currency' },
]

/** What a rule of each kind says, in the order in which it is asked for. */
export const termFields: Record<TradeRuleKind, TermField[]> = {
  valuation: [
    { path: ['basis'], how: 'choice', family: 'valuation', options: valuationBases },
    { path: ['currency'], how: 'currency', needed: true },
  ],
  duty: [{ path: ['measure'], how: 'choice', family: 'measure', options: dutyMeasures }, text('programme', false), ...charge],
  tax: [
    text('name'),
    { path: ['percent'], how: 'decimal', needed: true },
    { path: ['on'], how: 'choices', family: 'tax-base', options: taxBases },
  ],
  excise: [text('name'), ...charge],
  fee: [
    text('name'),
    ...charge,
    ...decimals(['fromValue', 'belowValue']),
    { path: ['modes'], how: 'choices', family: 'mode', options: modes },
  ],
  'de-minimis': [
    { path: ['of'], how: 'choice', family: 'relief-of', options: reliefs },
    { path: ['upTo'], how: 'decimal', needed: true },
    { path: ['currency'], how: 'currency', needed: true },
    { path: ['value'], how: 'choice', family: 'valuation', options: ['goods', 'cif'] },
    { path: ['exceptHs'], how: 'codes' },
    { path: ['instead', 'perSubheading'], how: 'decimal' },
  ],
  prohibition: [text('what'), text('toDo', false)],
  restriction: [text('what'), text('toDo', false)],
  document: [text('document'), text('toDo', false)],
}

export const nameOf = ({ path }: TermField) => `terms.${path.join('.')}`

/** What stands in a field of terms that are there already. */
export const valueIn = (terms: TradeTerms | undefined, { path }: TermField): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], terms)

/** Terms from what the fields say; the api looks whether they are right. */
export const termsFrom = (kind: TradeRuleKind, form: FormData): TradeTerms => {
  const terms: Record<string, unknown> = { kind }
  for (const field of termFields[kind]) {
    const { path, how, needed } = field
    const said = String(form.get(nameOf(field)) ?? '').trim()
    const value =
      how === 'choices' ? form.getAll(nameOf(field)).map(String) : how === 'codes' ? said.split(/[\s,;]+/).filter(Boolean) : said
    if (value === '' && !(how === 'text' && !needed)) continue
    const [outer, inner] = path as [string, string?]
    if (inner === undefined) terms[outer] = value
    else terms[outer] = { ...(terms[outer] as object | undefined), [inner]: value }
  }
  // What is charged in place of a duty is in the currency of the threshold.
  if (terms.instead) terms.instead = { ...terms.instead, currency: terms.currency }
  if (kind === 'duty' || kind === 'excise' || kind === 'fee') terms.charge ??= {}
  return terms as unknown as TradeTerms
}
