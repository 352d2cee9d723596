import type { NewReceipt, PurchaseOrder } from '@lading/shared/contract/purchase-order'
import { describe, expect, it } from 'vitest'
import type { Api } from '../../src/platform/api.ts'
import { pastOrders } from '../../src/stock/past-orders.ts'
import { createShop } from '../../src/stock/shop.ts'
import { deliveriesOf } from '../../src/stock/supplier.ts'

const dayMs = 86_400_000
const nowMs = Date.parse('2026-11-22T10:00:00Z')
const orderedAt = new Date(nowMs - 90 * dayMs).toISOString()
const ordered = (number: string) => ({ number, orderedAt, quantity: 100, agreedDays: 38 })
const numbers = Array.from({ length: 200 }, (_, at) => `PO-${at}`)

describe('The supplier of the demonstration', () => {
  it('delivers an order the same whenever it is asked, a bit late and sometimes in parts.', () => {
    expect(deliveriesOf(ordered('PO-1'))).toEqual(deliveriesOf(ordered('PO-1')))
    const all = numbers.map((number) => deliveriesOf(ordered(number)))
    expect(all.every((parts) => parts.at(-1)?.until === 100)).toBe(true)
    const inParts = all.filter(({ length }) => length === 2).length / all.length
    expect(inParts).toBeGreaterThan(0.1)
    expect(inParts).toBeLessThan(0.3)
    const days = all.map(([first]) => ((first?.atMs ?? 0) - Date.parse(orderedAt)) / dayMs)
    const mean = days.reduce((sum, each) => sum + each, 0) / days.length
    expect(mean).toBeGreaterThan(39)
    expect(mean).toBeLessThan(43)
    expect(new Set(days.map(Math.round)).size).toBeGreaterThan(5)
  })

  it('has delivered orders of the last year, all of each and nothing after now.', () => {
    const past = pastOrders(nowMs)
    expect(past.length).toBeGreaterThan(50)
    expect(new Set(past.map(({ number }) => number)).size).toBe(past.length)
    for (const { lines, receipts } of past) {
      for (const { product, quantity } of lines) {
        const came = receipts.flatMap((receipt) => receipt.lines.filter((line) => line.product === product))
        expect(came.reduce((sum, line) => sum + line.quantity, 0)).toBe(quantity)
      }
      expect(receipts.every(({ at }) => Date.parse(at) < nowMs)).toBe(true)
    }
  })

  it('is received by telling of the order alone, so that nothing is booked twice, and not what somebody counted in.', async () => {
    const booked: unknown[] = []
    const told: { id: string; receipt: Partial<NewReceipt> }[] = []
    const line = (received: number) => ({ product: 'ROUTER-AX', quantity: 100, received, soonerDays: 0 })
    const order = (id: string, state: string, received: number) =>
      ({ id, number: id, state, orderedAt, lines: [line(received)] }) as unknown as PurchaseOrder
    const api = {
      stock: async () => [],
      purchaseOrders: async () => [
        ...[order('PO-1', 'sent', 0), order('PO-2', 'received', 100), order('PO-3', 'confirmed', 95), order('PO-4', 'sent', 0)],
      ],
      transfers: async () => [],
      recordMovements: async (items: unknown[]) => void booked.push(...items),
      receiveOrder: async (id: string, receipt: Partial<NewReceipt>) => void told.push({ id, receipt }),
    } as unknown as Api
    await createShop({ api, seed: 'x', nowMs: nowMs - dayMs, isCarried: (number) => number === 'PO-4' }).sell(nowMs)
    expect(booked).toEqual([])
    const cameOf = (wanted: string) =>
      told.filter(({ id }) => id === wanted).reduce((sum, { receipt }) => sum + (receipt.lines?.[0]?.quantity ?? 0), 0)
    expect(['PO-1', 'PO-2', 'PO-3', 'PO-4'].map(cameOf)).toEqual([100, 0, 5, 0])
  })
})
