import type { StockKey } from '@lading/shared/contract/stock'
import { likelyShort } from '@lading/shared/domain/stock'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { demandForecast } from '../schema/demand.ts'
import { stockLevel } from '../schema/stock.ts'
import { stockPlan, stockProposal } from '../schema/supply.ts'

type Row<Table extends { $inferInsert: object }> = Omit<Table['$inferInsert'], 'product' | 'warehouse' | 'computedAt'>

export type NewForecast = Row<typeof demandForecast>
export type NewPlan = Omit<Row<typeof stockPlan>, 'atRiskSince'>
export type NewProposal = Pick<
  typeof stockProposal.$inferInsert,
  'kind' | 'fromWarehouse' | 'shipmentId' | 'orderId' | 'quantity' | 'costMinorUnits' | 'currency' | 'reasons' | 'effect'
>

/** What somebody has decided is not proposed again for so long. */
const quietMs = 7 * 24 * 3_600_000

type Looked = { askedAt: Date | null; forecast?: NewForecast | undefined; plan?: NewPlan | undefined; proposals: NewProposal[] }

/**
 * Keeps what a look at the stock has found, all of it or nothing. Forecasts are all kept; the plan is the newest; an open
 * proposal that says the same stays as it is, one that says something else is superseded. A look that began before one that was
 * kept already changes nothing.
 */
export const saveStockPlan = (db: Db, key: StockKey, { askedAt, forecast, plan, proposals }: Looked, lookedAt: Date) =>
  db.transaction(async (tx) => {
    const { product, warehouse } = key
    const [level] = await tx
      .update(stockLevel)
      // What was asked for while the look went on may not have been seen by it, and stays asked for.
      .set({ lookedAt, askedAt: sql`nullif(asked_at, ${askedAt?.toISOString() ?? null}::timestamptz)` })
      .where(
        and(
          eq(stockLevel.product, product),
          eq(stockLevel.warehouse, warehouse),
          sql`(looked_at is null or looked_at < ${lookedAt.toISOString()})`,
        ),
      )
      .returning({ product: stockLevel.product })
    if (!level) return
    if (forecast)
      await tx
        .insert(demandForecast)
        .values({ product, warehouse, computedAt: lookedAt, ...forecast })
        .onConflictDoNothing()
    if (plan)
      await tx
        .insert(stockPlan)
        .values({ product, warehouse, computedAt: lookedAt, ...plan, atRiskSince: isAtRisk(plan) ? lookedAt : null })
        .onConflictDoUpdate({
          target: [stockPlan.product, stockPlan.warehouse],
          set: {
            computedAt: lookedAt,
            ...plan,
            atRiskSince: isAtRisk(plan) ? sql`coalesce(${stockPlan.atRiskSince}, excluded.at_risk_since)` : null,
          },
        })
    const open = await tx
      .select()
      .from(stockProposal)
      .where(and(eq(stockProposal.product, product), eq(stockProposal.warehouse, warehouse), eq(stockProposal.state, 'open')))
    const kept = new Set<string>()
    for (const one of open) {
      const same = proposals.find((wanted) => says(wanted) === says(one))
      if (same) kept.add(says(one))
      await tx
        .update(stockProposal)
        .set(same ? { reasons: same.reasons, effect: same.effect } : { state: 'superseded', decidedAt: lookedAt })
        .where(eq(stockProposal.id, one.id))
    }
    const quiet = await decidedLately(tx, key, lookedAt)
    const fresh = proposals.filter((wanted) => !kept.has(says(wanted)) && !quiet.has(wanted.kind))
    if (fresh.length > 0)
      await tx.insert(stockProposal).values(fresh.map((wanted) => ({ product, warehouse, createdAt: lookedAt, ...wanted })))
  })

const isAtRisk = ({ stockOutProbability }: NewPlan) => stockOutProbability >= likelyShort

// An approved order needs no silence: it counts as under way.
const decidedLately = async (tx: Transaction, { product, warehouse }: StockKey, now: Date) => {
  const rows = await tx
    .select({ kind: stockProposal.kind, state: stockProposal.state })
    .from(stockProposal)
    .where(
      and(
        ...[eq(stockProposal.product, product), eq(stockProposal.warehouse, warehouse)],
        inArray(stockProposal.state, ['approved', 'rejected']),
        gt(stockProposal.decidedAt, new Date(now.getTime() - quietMs)),
      ),
    )
  return new Set(rows.filter(({ kind, state }) => kind !== 'order' || state === 'rejected').map(({ kind }) => kind))
}

const says = ({ kind, quantity, fromWarehouse, shipmentId, orderId }: NewProposal) =>
  [kind, quantity, fromWarehouse ?? '', shipmentId ?? '', orderId ?? ''].join('/')
