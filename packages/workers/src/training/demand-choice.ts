import { decisionFor } from '@lading/models/demand/choice/decide'
import type { StockKey } from '@lading/shared/contract/stock'
import type { DemandReason } from '@lading/shared/domain/demand'
import { type DemandChoice, itemName } from '@lading/shared/domain/demand-choice'
import { newestModel } from '@lading/store/postgres/model/newest'
import type { Db } from '@lading/store/postgres/open'

/**
 * Why the weeks before are used for a product in a warehouse, where they are: because the forecast lost to them in the newest test, for everything or
 * for a group of theirs. Before any test, and where nothing was decided, the forecast is used.
 */
export const demandChoice = async (db: Db): Promise<(key: StockKey) => DemandReason | undefined> => {
  const newest = await newestModel(db, 'demand')
  if (!newest) return () => undefined
  const { why, state, inUse } = newest
  if (!inUse) {
    const { cases = 0, improvement = 0 } = why && why.code !== 'replaced' ? why : {}
    return () => ({ code: 'naive-all', values: { cases, share: -(improvement ?? 0) } })
  }
  const choice = state as DemandChoice
  return ({ product, warehouse }) => {
    const decision = decisionFor(choice, { product, warehouse, name: itemName(product, warehouse) })
    if (decision?.uses !== 'naive') return undefined
    return { code: `naive-${decision.scope}`, values: { cases: decision.cases, share: -(decision.improvement ?? 0) } }
  }
}
