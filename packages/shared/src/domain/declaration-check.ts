import type { Severity } from './alert.ts'
import type { Incoterm } from './incoterm.ts'
import type { Mode } from './mode.ts'
import type { Money } from './money.ts'
import type { PartyRole } from './party.ts'

/** What may be wrong with the data of a declaration. */
export const declarationFindings = [
  'goods-missing',
  'description-vague',
  'hs-malformed',
  'hs-no-chapter',
  'hs-implausible',
  'origin-missing',
  'origin-unknown',
  'value-missing',
  'value-unusual',
  'weight-missing',
  'weight-unusual',
  'incoterm-missing',
  'incoterm-not-by-sea',
  'incoterm-payer',
  'document-missing',
  'document-expires',
  'prohibited',
  'restricted',
  'party-missing',
  'party-unnamed',
  'party-no-country',
  'consignee-elsewhere',
] as const
export type DeclarationFindingCode = (typeof declarationFindings)[number]

/** Who says that it has to be otherwise: a standard, a rule, or what was declared before; and as of when. */
export type FindingSource = { name: string; url: string | null; date: string | null }

/** One thing that is wrong or missing, where it stands, who says so, and what to do. `facts` are for a face to word it. */
export type DeclarationFinding = {
  code: DeclarationFindingCode
  severity: Severity
  /** JSON pointer into what was checked. */
  path: string
  what: string
  toDo: string
  facts: Record<string, string | number>
  source: FindingSource
}

/** Costs that the incoterm lays on one side, and the sides. */
export const incotermCosts = ['freight', 'insurance', 'duties'] as const
export type IncotermCost = (typeof incotermCosts)[number]
export const incotermPayers = ['buyer', 'seller'] as const
export type IncotermPayer = (typeof incotermPayers)[number]

/** Goods of one code. Value and weight are of all pieces; what is not known is left out. */
export type DeclaredLine = {
  description: string
  hsCode: string
  quantity: number
  value: Money
  /** Where they were made, ISO 3166-1 alpha-2. */
  origin?: string | null
  weightKg?: number | null
  product?: string | null
}

export type DeclaredDocument = { name: string; expiresOn?: string | null }

/** What is said of goods before they leave. */
export type Declaration = {
  /** Of import. */
  country: string
  incoterm?: Incoterm | null
  modes: Mode[]
  /** Who pays for what, where somebody said so. */
  paidBy?: Partial<Record<IncotermCost, IncotermPayer>>
  parties: { role: PartyRole; name: string; country?: string | null }[]
  lines: DeclaredLine[]
  requiredDocuments: string[]
  documents: DeclaredDocument[]
  departsAt?: Date | null
  /** Days are of the calendar. */
  arrivesOn?: string | null
}

/** How often goods that are described so were declared under a heading (four digits). */
export type DeclaredBefore = { description: string; heading: string; lines: number; lastOn: string }

/** What a piece, or a kilogram, of such goods was declared at: logarithms of minor units. */
export type UsualValue = {
  /** A product or the six digits of a code, whichever is narrower. */
  of: 'piece' | 'kilogram'
  key: string
  currency: string
  lines: number
  median: number
  /** Median absolute deviation from the median. */
  deviation: number
  lastOn: string
}
