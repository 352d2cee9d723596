import type { TradeRule } from '@lading/shared/contract/trade-rule'
import { eq, getTableColumns, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Transaction } from '../open.ts'
import { tradeRule } from '../schema/trade-rule.ts'
import { user } from '../schema/user.ts'

const [recorder, ender] = [alias(user, 'recorder'), alias(user, 'ender')]

export const selectTradeRules = (db: Db | Transaction, where: SQL | undefined) =>
  db
    .select({
      rule: getTableColumns(tradeRule),
      recordedBy: { id: recorder.id, name: recorder.name },
      endedBy: { id: ender.id, name: ender.name },
    })
    .from(tradeRule)
    .leftJoin(recorder, eq(recorder.id, tradeRule.recordedBy))
    .leftJoin(ender, eq(ender.id, tradeRule.endedBy))
    .where(where)
    .$dynamic()

export type TradeRuleRow = Awaited<ReturnType<typeof selectTradeRules>>[number]

export const toTradeRule = ({ rule: { kind: _, ...row }, recordedBy, endedBy }: TradeRuleRow): TradeRule => ({
  ...row,
  recordedAt: row.recordedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  ...{ recordedBy, endedBy },
})
