import type { NewMovement, RecordedMovements } from '@lading/shared/contract/stock'
import type { Db } from '../open.ts'
import { checkKeys, type Named } from './check-keys.ts'
import { type LedgerLine, writeLines } from './write-lines.ts'

/**
 * Writes movements into the ledger, in the order they are told, all of them or nothing. What was told before under the same
 * external id is passed over, so telling twice counts once. A count writes the difference to what the ledger says at that
 * moment. Stock may fall below zero, because what has happened has happened: the answer says where.
 */
export const recordMovements = (db: Db, movements: NewMovement[], now: Date): Promise<RecordedMovements> =>
  db.transaction(async (tx) => {
    await checkKeys(tx, movements.flatMap(namedBy))
    return writeLines(
      tx,
      movements.flatMap((movement) => linesOf(movement, now)),
      now,
    )
  })

const namedBy = ({ product, warehouse, to }: NewMovement, index: number): Named[] => {
  const path = `/items/${index}`
  return [{ product, warehouse, path }, ...(to === undefined ? [] : [{ product, warehouse: to, path, warehouseField: 'to' }])]
}

// What an issue or a transfer moves goes; a transfer is two entries, one at either end.
const linesOf = ({ to, at, ...movement }: NewMovement, now: Date): LedgerLine[] => {
  const line = { ...movement, at: at === undefined ? now : new Date(at) }
  if (movement.kind === 'issue') return [{ ...line, quantity: -movement.quantity }]
  if (movement.kind === 'transfer' && to !== undefined)
    return [
      { ...line, quantity: -movement.quantity },
      { ...line, warehouse: to },
    ]
  return [line]
}
