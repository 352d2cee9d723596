import type { Issue } from '@lading/shared/issue/issue'
import { and, desc, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { location } from '../schema/location.ts'
import { purchaseOrderConfirmation } from '../schema/supply.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { keysOf } from './change.ts'
import { noOrder } from './get.ts'
import { lockOrder } from './lock.ts'

type Said = { product: string; day: string }
type Who = { userId: string; partnerCode: string; names: string[]; now: Date }

/** Further ahead nobody knows a day. */
const daysAhead = 730
const dayMs = 86_400_000

/**
 * Keeps the days on which a supplier says that lines of its order come, all of them or none; a day that is said again is not kept again.
 * What was planned stays. An order of somebody else is one that is not there, and so is a draft.
 */
export const confirmPurchaseOrder = (db: Db, id: string, said: Said[], { userId, partnerCode, names, now }: Who): Promise<void> =>
  db.transaction(async (tx) => {
    const order = await lockOrder(tx, id)
    if (!names.includes(order.supplier.toLowerCase()) || order.state === 'draft') throw noOrder()
    if (order.state !== 'sent' && order.state !== 'confirmed')
      throw new DomainError('purchase-order-state', `Nothing more comes of an order that is ${order.state}.`)
    const today = await todayAt(tx, order.warehouse, now)
    const latest = dayOf(now.getTime() + daysAhead * dayMs)
    const issues = said.flatMap(({ product, day }, index): Issue[] => {
      const at = (field: string, message: string): Issue[] => [{ path: `/lines/${index}/${field}`, message }]
      const line = order.lines.find((one) => one.product === product)
      if (!line || said.findIndex((one) => one.product === product) < index)
        return at('product', line ? 'is there twice' : 'is not on the order')
      if (line.received >= line.quantity) return at('product', 'has come already')
      if (day < today) return at('day', 'is past')
      return day > latest ? at('day', `is more than ${daysAhead} days away`) : []
    })
    if (issues.length > 0) throw new DomainError('not-valid', 'These days cannot be confirmed.', issues)
    const fresh: Said[] = []
    for (const one of said) if ((await lastDay(tx, id, one.product)) !== one.day) fresh.push(one)
    if (fresh.length === 0) return
    await tx
      .insert(purchaseOrderConfirmation)
      .values(fresh.map((one) => ({ ...one, orderId: id, recordedAt: now, recordedBy: userId, partnerCode })))
    await askForecast(tx, keysOf(order), now)
  })

const dayOf = (ms: number, timeZone = 'UTC') => new Intl.DateTimeFormat('en-CA', { timeZone }).format(ms)

const todayAt = async (tx: Transaction, warehouse: string, now: Date) => {
  const [place] = await tx.select({ zone: location.zone }).from(location).where(eq(location.code, warehouse))
  return dayOf(now.getTime(), place?.zone)
}

const lastDay = async (tx: Transaction, orderId: string, product: string) => {
  const [last] = await tx
    .select({ day: purchaseOrderConfirmation.day })
    .from(purchaseOrderConfirmation)
    .where(and(eq(purchaseOrderConfirmation.orderId, orderId), eq(purchaseOrderConfirmation.product, product)))
    .orderBy(desc(purchaseOrderConfirmation.id))
    .limit(1)
  return last?.day
}
