import type { Reservation } from '@lading/shared/contract/stock'
import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { stockReservation } from '../schema/stock.ts'
import { askForecast } from './ask-forecast.ts'
import { checkKeys } from './check-keys.ts'

/** Reserves stock under an id of the caller's; told again it is what was said last, and nothing is left of a quantity of 0. */
export const reserveStock = (db: Db, { id, quantity, ...given }: Reservation, now: Date) =>
  db.transaction(async (tx) => {
    await checkKeys(tx, [{ ...given, path: '' }])
    if (quantity === 0) await tx.delete(stockReservation).where(eq(stockReservation.id, id))
    else
      await tx
        .insert(stockReservation)
        .values({ id, ...given, quantity, at: now })
        .onConflictDoUpdate({ target: stockReservation.id, set: { ...given, quantity } })
    await askForecast(tx, [given], now)
  })
