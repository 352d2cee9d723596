import { IdParams } from '@lading/shared/contract/common'
import {
  NewTradeRule,
  PreviewQuery,
  TradeRule,
  TradeRuleEnd,
  TradeRuleHistory,
  TradeRuleImport,
  TradeRuleOutcome,
  TradeRulePage,
  TradeRuleQuery,
  TradeRuleReinstatement,
} from '@lading/shared/contract/trade-rule'
import type { Issue } from '@lading/shared/issue/issue'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import { getTradeRule, historyOf, listTradeRules } from '@lading/store/postgres/trade-rule/list'
import { endTradeRule, recordTradeRules, reinstateTradeRule } from '@lading/store/postgres/trade-rule/record'
import type { FastifyBaseLogger } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { askForRisk } from '../../ask-for-work.ts'
import { notValid } from '../../csv/records-of.ts'
import type { Dependencies } from '../../dependencies.ts'
import { checkRule, checkRules } from '../../trade-rules/check-rules.ts'
import { readTradeRules } from '../../trade-rules/read-csv.ts'

const tags = ['trade rules']
const viewer = { access: 'viewer' } as const
const operator = { access: 'operator' } as const
// A tariff of twenty thousand lines.
const bodyLimit = 16_000_000

const touched = 'Answers which versions come and end, and which shipments that have not arrived it touches; with `preview` nothing is kept.'

/** Duties, taxes, fees, thresholds and what is forbidden, as dated data: nothing is overwritten. */
export const tradeRuleRoutes = async (app: App, { told, queue, database: { db }, clock }: Dependencies) => {
  // Who has told something gets it with the next quote.
  app.addHook('onSend', async ({ method }) => {
    if (method !== 'GET') told.doubt()
  })
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))
  const options = (signedIn: SignedIn | undefined, preview = false) => ({
    ...{ userId: (signedIn as SignedIn).userId, now: clock.now(), preview },
  })
  const inForce = async (outcome: Promise<TradeRuleOutcome>, log: FastifyBaseLogger) => {
    const { preview } = await outcome
    if (!preview) await askForRisk(queue, log)
    return outcome
  }
  const today = () => clock.now().toISOString().slice(0, 10)

  app.get(
    '/v1/trade-rules',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'Rules of trade, in the order of their keys',
        querystring: TradeRuleQuery,
        response: { 200: TradeRulePage },
      },
    },
    ({ query }) => listTradeRules(db, query, today()),
  )

  app.get(
    '/v1/trade-rules/:id',
    { config: viewer, schema: { tags, summary: 'One version of a rule', params: IdParams, response: { 200: TradeRule } } },
    ({ params: { id } }) => getTradeRule(db, id),
  )

  app.get(
    '/v1/trade-rules/:id/history',
    {
      config: viewer,
      schema: { tags, summary: 'All versions of its rule, withdrawn ones too', params: IdParams, response: { 200: TradeRuleHistory } },
    },
    async ({ params: { id } }) => ({ items: await historyOf(db, id) }),
  )

  app.post(
    '/v1/trade-rules',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Tell a rule, or a new version of the one with its key',
        description: `The version in force on its first day ends on the day before. ${touched}`,
        querystring: PreviewQuery,
        body: NewTradeRule,
        response: { 200: TradeRuleOutcome },
      },
    },
    ({ body, query: { preview }, signedIn, log }) => {
      refuse(checkRule(body))
      return inForce(recordTradeRules(db, [body], options(signedIn, preview)), log)
    },
  )

  app.post(
    '/v1/trade-rules/import',
    {
      bodyLimit,
      config: operator,
      schema: {
        tags,
        summary: 'Tell many rules, all of them or none',
        description: `JSON, or CSV with the columns key, kind, destination, valid_from and source and those of the kind, as docs/landed-cost.md has them. ${touched}`,
        querystring: PreviewQuery,
        body: { content: { 'application/json': { schema: TradeRuleImport }, 'text/csv': { schema: Type.String() } } },
        response: { 200: TradeRuleOutcome },
      },
    },
    ({ body, query: { preview }, signedIn, log }) => inForce(recordTradeRules(db, readRules(body), options(signedIn, preview)), log),
  )

  app.post(
    '/v1/trade-rules/:id/end',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Say when a version is in force for the last time',
        description: `A day before its first one withdraws it. ${touched}`,
        ...{ params: IdParams, querystring: PreviewQuery, body: TradeRuleEnd, response: { 200: TradeRuleOutcome } },
      },
    },
    ({ params: { id }, body: { lastDay }, query: { preview }, signedIn, log }) =>
      inForce(endTradeRule(db, id, lastDay, options(signedIn, preview)), log),
  )

  app.post(
    '/v1/trade-rules/:id/reinstate',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Put what an earlier version said into force again, as a new version',
        description: touched,
        ...{ params: IdParams, querystring: PreviewQuery, body: TradeRuleReinstatement, response: { 200: TradeRuleOutcome } },
      },
    },
    ({ params: { id }, body: { validFrom }, query: { preview }, signedIn, log }) =>
      inForce(reinstateTradeRule(db, id, validFrom, options(signedIn, preview)), log),
  )
}

const readRules = (body: unknown): NewTradeRule[] => {
  if (typeof body === 'string') return readTradeRules(body)
  const { rules } = body as { rules: NewTradeRule[] }
  const issues = checkRules(rules, (index, path) => `/rules/${index}${path}`)
  if (issues.length > 0) throw notValid(issues)
  return rules
}

const refuse = (issues: Issue[]) => {
  if (issues.length > 0) throw new DomainError('not-valid', 'The rule is not valid.', issues)
}
