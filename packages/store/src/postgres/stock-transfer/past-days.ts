import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { stockTransfer } from '../schema/supply.ts'

const lookBack = '2 years'
const transfersMax = 50

/** How many days the newest transfers between two warehouses were on their way, whatever they carried. */
export const pastTransferDays = async (db: Db | Transaction, fromWarehouse: string, toWarehouse: string, now: Date): Promise<number[]> => {
  const days = sql<number>`extract(epoch from ${stockTransfer.arrivedAt} - ${stockTransfer.leftAt})::float8 / 86400`
  const rows = await db
    .select({ days })
    .from(stockTransfer)
    .where(
      and(
        ...[eq(stockTransfer.fromWarehouse, fromWarehouse), eq(stockTransfer.toWarehouse, toWarehouse), eq(stockTransfer.state, 'arrived')],
        gt(stockTransfer.arrivedAt, sql`${now.toISOString()}::timestamptz - ${lookBack}::interval`),
      ),
    )
    .orderBy(desc(stockTransfer.arrivedAt))
    .limit(transfersMax)
  return rows.map((row) => row.days)
}
