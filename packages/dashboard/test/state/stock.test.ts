import type { StockLine } from '@lading/shared/contract/stock-plan'
import { describe, expect, it } from 'vitest'
import { matchesStock } from '../../src/state/stock.ts'
import { readStockAddress, writeStockAddress } from '../../src/state/stock-address.ts'

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

describe('The stock screen', () => {
  it('keeps what it shows in its address.', () => {
    const address = { text: 'lamp', warehouse: 'WH-A', need: 'short', selected: { product: 'LAMP-1', warehouse: 'WH-A' } } as const
    expect(writeStockAddress(address)).toBe('?show=short&warehouse=WH-A&q=lamp&item=LAMP-1@WH-A')
    expect(readStockAddress(writeStockAddress(address))).toEqual(address)
    expect(readStockAddress('?show=everything&item=LAMP-1')).toEqual({ ...all, selected: undefined })
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
