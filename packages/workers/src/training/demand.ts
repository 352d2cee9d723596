import { decideGroups, type TestedItem } from '@lading/models/demand/choice/decide'
import { dayAfter } from '@lading/models/stock/plan/forecast-demand'
import { type DemandChoice, itemName, readItemName } from '@lading/shared/domain/demand-choice'
import { listDemandEvents } from '@lading/store/postgres/demand/events'
import { demandHistory } from '@lading/store/postgres/demand/history'
import { knownDays, sampleOfDemand } from '@lading/store/postgres/demand/known'
import { newestModel } from '@lading/store/postgres/model/newest'
import type { Db } from '@lading/store/postgres/open'
import { demandScores } from '../models/accuracy/demand-scores.ts'
import { originsOf, spansAt } from './demand-origins.ts'
import type { ForecastAside } from './forecast-aside.ts'
import type { TestedCase, Trainable } from './trainable.ts'

/** So many products in warehouses are tested: of two years each they take about five seconds of a processor an origin. */
const itemsMost = 300
const nothingDecided: DemandChoice = { decisions: [] }

/**
 * The automatic forecast of demand beside the weeks before. There is nothing to be fitted beforehand, as it learns anew each time; what is kept of a
 * test is for which products and warehouses the weeks before are used in its place.
 */
export const createDemandTrainable = ({ db, forecast }: { db: Db; forecast: ForecastAside }): Trainable => ({
  name: 'demand',
  naive: 'the weeks before',
  isApplied: true,
  isUsedUntested: true,
  parts: async (now) => {
    const known = await knownDays(db)
    return known ? originsOf(known, now) : []
  },
  test: async (origin) => {
    const spans = spansAt(origin)
    const until = dayAfter(origin, Math.max(...spans))
    const items = await Promise.all(
      (await sampleOfDemand(db, itemsMost)).map(async (key) => {
        const [history, events] = await Promise.all([demandHistory(db, key, until), listDemandEvents(db, key)])
        return { key, history, known: { history: history.filter(({ day }) => day < origin), events, today: origin } }
      }),
    )
    const answers = await forecast({ known: items.map(({ known }) => known), spans })
    return items.flatMap(({ key, history }, at) => {
      const said = answers[at] ?? []
      const made = said.map((span) => ({ ...key, ...span, from: origin, computedAt: new Date(origin) }))
      return demandScores(made, history, new Date(until)).map(
        ({ p10, p50, p90, actual, naive }): TestedCase => ({
          ...{ p10, p50, p90, actual, naive: naive ?? null },
          group: itemName(key.product, key.warehouse),
        }),
      )
    })
  },
  train: async (_now, tested) => {
    const [known, items, newest] = await Promise.all([knownDays(db), sampleOfDemand(db, itemsMost), newestModel(db, 'demand')])
    const parts = tested.flatMap(({ group, ...part }): TestedItem[] => {
      const item = readItemName(group)
      return item ? [{ ...item, ...part }] : []
    })
    const before = (newest?.state as DemandChoice | null | undefined) ?? nothingDecided
    return {
      windowFrom: known && new Date(known.from),
      windowTo: known && new Date(known.until),
      rows: items.length,
      state: decideGroups(parts, before) satisfies DemandChoice,
    }
  },
})
