import type { Incoterm } from '@lading/shared/domain/incoterm'
import type { Mode } from '@lading/shared/domain/mode'
import type { Money } from '@lading/shared/domain/money'

/** Goods of one kind in a consignment. `value` is of all pieces, without freight and insurance. */
export type ConsignmentLine = {
  hsCode: string
  /** Where they were made, ISO 3166-1. */
  origin: string
  quantity: number
  value: Money
  weightKg?: string
  /** Whether there is a proof of origin, without which no preference is granted. */
  originProven?: boolean
}

/** What is bought, and how it gets to whom. */
export type Consignment = {
  /** Country it is sent from. */
  from: string
  destination: string
  /** In which the buyer thinks. */
  currency: string
  incoterm: Incoterm
  /** Of the leg that crosses the border. */
  mode?: Mode
  /** On which it is declared, ISO 8601. */
  day: string
  lines: ConsignmentLine[]
  /** To the border and beyond: all of it counts for the customs value where freight does. */
  freight?: Money
  insurance?: Money
}

/** How many units of one currency another is worth, from when and by whom. */
export type ExchangeRate = { from: string; to: string; rate: string; date: string; source: string }
export type Exchange = (from: string, to: string) => ExchangeRate | undefined
