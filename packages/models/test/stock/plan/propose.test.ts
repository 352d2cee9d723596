import { describe, expect, it } from 'vitest'
import { planStock, type StockCase } from '../../../src/stock/plan/plan-stock.ts'
import { propose } from '../../../src/stock/plan/propose.ts'
import { aForecast, aProduct, someTerms } from './a-forecast.ts'

const stock = (change: Partial<StockCase> = {}, terms = {}): StockCase => ({
  product: aProduct,
  terms: someTerms({ leadTimeDays: 10, reviewDays: 7, orderQuantity: 70, orderCostMinorUnits: 5000, ...terms }),
  ...{ from: '2026-05-01', onHand: 200, reserved: 0, coming: [], forecast: aForecast(10, 3), demandClass: 'smooth' as const },
  ...{ history: new Array<number>(200).fill(10), seed: 1, ...change },
})
const proposed = (given: StockCase, elsewhere: Parameters<typeof propose>[2] = []) => propose(given, planStock(given).policy, elsewhere)

describe('Proposals', () => {
  it('There is nothing to do while there is enough.', () => expect(proposed(stock())).toEqual([]))

  it('Below the reorder point an order is proposed with its cost, its reason and what it does.', () => {
    const [order, ...others] = proposed(stock({ onHand: 105 }))
    expect(others).toEqual([])
    const { policy } = planStock(stock({ onHand: 105 }))
    expect(order).toMatchObject({
      kind: 'order',
      quantity: policy.orderUpTo - 105,
      costMinorUnits: 5000 + 1000 * (policy.orderUpTo - 105),
      reasons: [{ code: 'below-reorder-point', values: { position: 105, reorderPoint: policy.reorderPoint } }],
    })
    expect(order?.effect.stockOutBefore).toBeGreaterThan((order?.effect.stockOutAfter ?? 1) + 0.5)
  })

  it('What is under way counts, what is reserved does not.', () => {
    expect(proposed(stock({ onHand: 105, coming: [{ quantity: 100, p10: 2, p50: 3, p90: 4 }] }))).toEqual([])
    expect(proposed(stock({ onHand: 200, reserved: 95 }))).toMatchObject([{ kind: 'order' }])
  })

  it('Under (r,Q) as many lots are ordered as lift the position above the reorder point.', () => {
    const [order] = proposed(stock({ onHand: 0 }, { policy: 'fixed-quantity' }))
    expect(order?.quantity).toBe(140)
  })

  it('Goods that lie elsewhere are brought over when the shelf is likely to be empty before anything else arrives.', () => {
    const short = stock({ onHand: 50 }, { transferCostMinorUnits: 9000, transferDays: 2 })
    const kinds = (elsewhere: Parameters<typeof propose>[2]) => proposed(short, elsewhere).filter(({ kind }) => kind === 'transfer')
    expect(kinds([])).toEqual([])
    expect(kinds([{ warehouse: 'WH-B', excess: 40, isDead: false }])).toMatchObject([
      { quantity: 40, fromWarehouse: 'WH-B', costMinorUnits: 9000, reasons: [{ code: 'stock-out-likely' }, { code: 'excess-elsewhere' }] },
    ])
    expect(proposed(stock({ onHand: 50 }), [{ warehouse: 'WH-B', excess: 40, isDead: false }]).map(({ kind }) => kind)).not.toContain(
      'transfer',
    )
  })

  it('What arrives too late is to come sooner, where that can be had and helps.', () => {
    const late = (terms: object) =>
      proposed(stock({ onHand: 60, coming: [{ quantity: 300, p10: 8, p50: 9, p90: 10 }] }, terms)).filter(({ kind }) => kind === 'expedite')
    expect(late({})).toEqual([])
    expect(late({ expediteCostMinorUnits: 20_000, expediteSavesDays: 5 })).toMatchObject([{ costMinorUnits: 20_000, expedites: 0 }])
    expect(late({ expediteCostMinorUnits: 20_000, expediteSavesDays: 0.1 })).toEqual([])
  })

  it('What nothing makes come sooner, or was made to already, is passed over for the next that comes too late.', () => {
    const coming = [
      { quantity: 10, p10: 7, p50: 7.5, p90: 8, isFixed: true },
      { quantity: 300, p10: 8, p50: 9, p90: 10 },
    ]
    const expedited = (arrivals: typeof coming | StockCase['coming']) =>
      proposed(stock({ onHand: 60, coming: arrivals }, { expediteCostMinorUnits: 20_000, expediteSavesDays: 5 })).flatMap(
        ({ kind, expedites }) => (kind === 'expedite' ? expedites : []),
      )
    expect(expedited(coming)).toEqual([1])
    expect(expedited(coming.map((one) => ({ ...one, isFixed: true })))).toEqual([])
  })

  it('Stock that nobody has asked for in half a year is dead; stock beyond any order level is excess.', () => {
    const silent = { forecast: aForecast(0, 0), history: new Array<number>(200).fill(0) }
    expect(planStock(stock(silent))).toMatchObject({ isDead: true, excess: 200, daysOfCover: null })
    expect(proposed(stock(silent))).toEqual([])
    const { excess, isDead, policy } = planStock(stock({ onHand: 1000 }))
    expect([excess, isDead]).toEqual([1000 - policy.orderUpTo, false])
    // What is promised to somebody is not too much.
    expect(planStock(stock({ onHand: 1000, reserved: 300 })).excess).toBe(700 - policy.orderUpTo)
  })
})
