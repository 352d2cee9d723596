import type { Declaration, DeclarationFinding, DeclaredBefore, UsualValue } from '@lading/shared/domain/declaration-check'
import type { TradeRule } from '@lading/shared/domain/trade-rule'

export type Knowledge = {
  /** What is asked of goods where they go; versions of other days are passed over. */
  tradeRules: TradeRule[]
  declaredBefore: DeclaredBefore[]
  usualValues: UsualValue[]
  now: Date
}

/** Looks at one thing. Pure; claims nothing about what is not known. */
export type DeclarationRule = (declaration: Declaration, knowledge: Knowledge) => DeclarationFinding[]
