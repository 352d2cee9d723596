import type { StockLine } from '@lading/shared/contract/stock-plan'
import { describe, expect, it } from 'vitest'
import { noStockFilter, nothingOpen, readStockAddress, writeStockAddress } from '../../../src/state/address/stock.ts'
import { matchesStock } from '../../../src/state/stock/stock.ts'

const line = (change: Partial<StockLine> = {}): StockLine => ({
  ...{ product: 'LAMP-1', productName: 'Desk lamp', unit: 'piece', warehouse: 'WH-A', warehouseName: 'Utrecht', onHand: 5, reserved: 0 },
  ...{
    inTransit: 0,
    daysOfCover: 3,
    stockOutProbability: 0.1,
    excess: 0,
    isDead: false,
    proposals: [],
    computedAt: null,
    atRiskSince: null,
  },
  ...change,
})
const all = { text: '', warehouse: '', need: undefined }
const usual = { view: 'products', ...noStockFilter, ...nothingOpen } as const

describe('The stock screen', () => {
  it('keeps what it shows in its address.', () => {
    const address = {
      ...usual,
      text: 'lamp',
      warehouse: 'WH-A',
      need: 'short',
      selected: { product: 'LAMP-1', warehouse: 'WH-A' },
    } as const
    expect(writeStockAddress(address)).toBe('?warehouse=WH-A&q=lamp&show=short&item=LAMP-1@WH-A')
    expect(readStockAddress(writeStockAddress(address))).toEqual(address)
    expect(readStockAddress('?show=everything&item=LAMP-1&view=cellar')).toEqual(usual)
  })

  it('keeps what is shown of orders and transfers there too, each with its own states.', () => {
    const orders = { ...usual, view: 'orders', orderState: 'sent', supplier: 'Bright & Lamps', orderId: 'one' } as const
    expect(writeStockAddress(orders)).toBe('?view=orders&state=sent&supplier=Bright+%26+Lamps&order=one')
    expect(readStockAddress(writeStockAddress(orders))).toEqual(orders)
    const transfers = { ...usual, view: 'transfers', warehouse: 'WH-A', transferState: 'under-way', transferId: 'two' } as const
    expect(readStockAddress(writeStockAddress(transfers))).toEqual(transfers)
    expect(readStockAddress('?view=transfers&state=sent')).toEqual({ ...usual, view: 'transfers' })
    expect(readStockAddress('?state=sent')).toEqual(usual)
  })

  it('finds products by name and number, in a warehouse, and by what they need.', () => {
    expect(matchesStock(line(), { ...all, text: 'desk' })).toBe(true)
    expect(matchesStock(line(), { ...all, text: 'lamp-2' })).toBe(false)
    expect(matchesStock(line(), { ...all, warehouse: 'WH-B' })).toBe(false)
    expect(matchesStock(line(), { ...all, need: 'short' })).toBe(false)
    expect(matchesStock(line({ stockOutProbability: 0.4 }), { ...all, need: 'short' })).toBe(true)
    expect(matchesStock(line({ onHand: -1 }), { ...all, need: 'short' })).toBe(true)
    expect(matchesStock(line({ proposals: ['order'] }), { ...all, need: 'proposed' })).toBe(true)
    expect(matchesStock(line({ isDead: true }), { ...all, need: 'excess' })).toBe(true)
  })
})
