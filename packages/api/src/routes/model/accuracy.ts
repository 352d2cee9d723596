import { Accuracy, AccuracyQuery, BacktestQuery, Backtests } from '@lading/shared/contract/accuracy'
import { coverageClaimed } from '@lading/shared/domain/model'
import { backtestsOf } from '@lading/store/postgres/backtest/of-run'
import { DomainError } from '@lading/store/postgres/domain-error'
import { newestModel } from '@lading/store/postgres/model/newest'
import { lastFinishedRun } from '@lading/store/postgres/model-run/last-finished'
import { accuracyOf } from '@lading/store/postgres/prediction-score/accuracy'
import { nextArrival } from '@lading/store/postgres/prediction-score/next-arrival'
import { toBacktestGroups } from '../../accuracy/to-backtest-groups.ts'
import { toRows } from '../../accuracy/to-rows.ts'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['accuracy']
const dayMs = 24 * 3_600_000

export const accuracyRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  app.get(
    '/v1/accuracy',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'What predictions were worth when the truth arrived, beside the naive rule',
        description:
          'The naive rule of arrivals is the plan: a shipment arrives when its last leg was planned to, or at once after that. Of clearance it is the middle of what the last 50 clearances of the country took, or the hours published for it where there are fewer than 5. Of demand it is the same again: the weekday before, or as many weeks before.',
        querystring: AccuracyQuery,
        response: { 200: Accuracy },
      },
    },
    async ({ query: { kind, by, since: given } }) => {
      const until = clock.now()
      const since = given ? new Date(given) : new Date(until.getTime() - 30 * dayMs)
      if (since >= until)
        throw new DomainError('not-valid', 'Nothing has happened yet.', [{ path: '/querystring/since', message: 'is not in the past' }])
      const now = { kind, from: since, until }
      const before = { kind, from: new Date(2 * since.getTime() - until.getTime()), until: since }
      const none = Promise.resolve([])
      const [all, allBefore, groups, groupsBefore, nextAt] = await Promise.all([
        accuracyOf(db, now),
        accuracyOf(db, before),
        by ? accuracyOf(db, now, by) : none,
        by ? accuracyOf(db, before, by) : none,
        kind === 'arrival' ? nextArrival(db) : null,
      ])
      return {
        kind,
        since: since.toISOString(),
        until: until.toISOString(),
        coverageClaimed,
        all: toRows(all, allBefore)[0] ?? null,
        items: toRows(groups, groupsBefore),
        nextTruthAt: nextAt?.toISOString() ?? null,
      }
    },
  )

  app.get(
    '/v1/backtests',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'What the newest test of a model on the past showed, by part and group',
        querystring: BacktestQuery,
        response: { 200: Backtests },
      },
    },
    async ({ query: { model, by } }) => {
      const [runId, newest] = await Promise.all([lastFinishedRun(db, model), newestModel(db, model)])
      const tested = runId ? await backtestsOf(db, runId) : []
      return {
        runId: runId ?? null,
        groups: by ? toBacktestGroups(tested, by, newest) : [],
        items: tested.map(({ part, group, testedAt, figures, beside: { cases, naiveErrors } }) => ({
          part,
          group,
          testedAt: testedAt.toISOString(),
          figures,
          naiveError: cases > 0 ? naiveErrors / cases : null,
        })),
      }
    },
  )
}
