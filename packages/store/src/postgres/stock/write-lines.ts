import type { NewMovement, RecordedMovements, StockKey } from '@lading/shared/contract/stock'
import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { stockLevel, stockMovement } from '../schema/stock.ts'

/** An entry of the ledger to be: units that come, below zero where they go; of a count what is there. */
export type LedgerLine = Omit<NewMovement, 'to' | 'at'> & { at: Date }

const keyOf = ({ product, warehouse }: StockKey) => `${product}\n${warehouse}`
const onceKeyOf = (line: StockKey & { externalId: string }) => `${line.externalId}\n${keyOf(line)}`

/** Writes entries into the ledger in their order and brings the levels along. What is known under its external id is passed over. */
export const writeLines = async (tx: Transaction, lines: LedgerLine[], now: Date): Promise<RecordedMovements> => {
  const levels = await lockLevels(tx, lines)
  const known = await knownAmong(tx, lines)
  const touched = new Set<string>()
  const rows = lines.flatMap((line) => {
    if (known.has(onceKeyOf(line))) return []
    known.add(onceKeyOf(line))
    const key = keyOf(line)
    const before = levels.get(key) ?? 0
    const change = line.kind === 'count' ? line.quantity - before : line.quantity
    levels.set(key, before + change)
    touched.add(key)
    const { quantity: _, ...rest } = line
    return [{ ...rest, change, recordedAt: now }]
  })
  if (rows.length > 0) await tx.insert(stockMovement).values(rows)
  const changed = [...touched].map((key) => {
    const [product = '', warehouse = ''] = key.split('\n')
    return { product, warehouse, onHand: levels.get(key) ?? 0, askedAt: now }
  })
  if (changed.length > 0)
    await tx
      .insert(stockLevel)
      .values(changed)
      .onConflictDoUpdate({
        target: [stockLevel.product, stockLevel.warehouse],
        set: { onHand: sql`excluded.on_hand`, askedAt: sql`excluded.asked_at` },
      })
  return {
    recorded: rows.length,
    known: lines.length - rows.length,
    belowZero: changed.filter(({ onHand }) => onHand < 0).map(({ askedAt: _, ...level }) => level),
  }
}

/** Levels stay locked until the end, so that two who tell of the same stock at once come one after the other. */
const lockLevels = async (tx: Transaction, lines: LedgerLine[]) => {
  const keys = [...new Map(lines.map((line) => [keyOf(line), line])).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  await tx
    .insert(stockLevel)
    .values(keys.map(([, { product, warehouse }]) => ({ product, warehouse })))
    .onConflictDoNothing()
  const rows = await tx
    .select()
    .from(stockLevel)
    .where(
      sql`(${stockLevel.product}, ${stockLevel.warehouse}) in ${keys.map(([, { product, warehouse }]) => sql`(${product}, ${warehouse})`)}`,
    )
    .orderBy(stockLevel.product, stockLevel.warehouse)
    .for('update')
  return new Map(rows.map((row) => [keyOf(row), row.onHand]))
}

const knownAmong = async (tx: Transaction, lines: LedgerLine[]) => {
  const rows = await tx
    .select({ externalId: stockMovement.externalId, product: stockMovement.product, warehouse: stockMovement.warehouse })
    .from(stockMovement)
    .where(inArray(stockMovement.externalId, [...new Set(lines.map(({ externalId }) => externalId))]))
  return new Set(rows.map(onceKeyOf))
}
