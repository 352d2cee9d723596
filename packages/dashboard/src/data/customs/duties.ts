import type { LandedCostActual, LandedCostComparison, LandedCostQuote, LandedCostRequest } from '@lading/shared/contract/landed-cost'
import type { NewTradeRule, TradeRule, TradeRuleHistory, TradeRuleOutcome } from '@lading/shared/contract/trade-rule'
import { rulesQuery } from '../../state/address/duties.ts'
import { authorised } from '../server/authorised.ts'
import { createPaged } from '../server/paged.ts'

export const tradeRules = createPaged<TradeRule>('/v1/trade-rules', rulesQuery)

export const askLandedCost = (body: LandedCostRequest) => authorised<LandedCostQuote>('/v1/landed-cost', { method: 'POST', body })

export const readQuote = (id: string) => authorised<LandedCostQuote>(`/v1/landed-cost/${id}`)

/** How it turned out, beside a quote. */
export const compareLandedCost = (id: string, body: LandedCostActual) =>
  authorised<LandedCostComparison>(`/v1/landed-cost/${id}/compare`, { method: 'POST', body })

export const ruleHistory = (id: string) => authorised<TradeRuleHistory>(`/v1/trade-rules/${id}/history`)

/** All of these say what would come of it, and with `preview` nothing else. */
const tell = (path: string, body: unknown, preview: boolean, type?: string) =>
  authorised<TradeRuleOutcome>(`${path}?preview=${preview}`, { method: 'POST', body, ...(type && { type }) })

export const tellRule = (rule: NewTradeRule, preview: boolean) => tell('/v1/trade-rules', rule, preview)
export const endRule = (id: string, lastDay: string, preview: boolean) => tell(`/v1/trade-rules/${id}/end`, { lastDay }, preview)
export const reinstateRule = (id: string, validFrom: string, preview: boolean) =>
  tell(`/v1/trade-rules/${id}/reinstate`, { validFrom }, preview)
export const importRules = (text: string, type: string, preview: boolean) => tell('/v1/trade-rules/import', text, preview, type)
