import type { NewDutyBill, NewPaymentOffer } from '@lading/shared/contract/payment'
import { describe, expect, it } from 'vitest'
import { billDuties, exampleOffers, offerPayments, quoteFor } from '../../src/demo/duties-due.ts'

const nowMs = Date.parse('2026-03-29T12:00:00Z')
const item = { description: 'Lamp', hsCode: '940521', quantity: 2, value: { minorUnits: 4_990, currency: 'EUR' } }
const booking = (change: object) => ({ incoterm: 'DAP', items: [item], ...change }) as never
const way = { from: 'CN', destination: 'NL' }
const goods = (shipmentId: string, change = {}, country = 'CN') => {
  const [origin, destination] = [{ country }, { country: 'NL' }]
  return { shipmentId, journey: { booking: booking(change), legs: [{ origin, destination }] } } as never
}

describe('The duties of the demonstration', () => {
  it('are asked of the rules, for goods of which all is known and whose recipient pays them.', () => {
    const lines = [{ hsCode: '940521', origin: 'CN', description: 'Lamp', quantity: 2, value: item.value }]
    expect(quoteFor(booking({}), way)).toEqual({ ...way, currency: 'EUR', incoterm: 'DAP', lines })
    expect(quoteFor(booking({ incoterm: 'DDP' }), way)).toBeUndefined()
    expect(quoteFor(booking({ items: [item, { ...item, hsCode: null }] }), way)).toBeUndefined()
    expect(quoteFor(booking({ items: [] }), way)).toBeUndefined()
    expect(quoteFor(booking({}), { from: 'NL', destination: 'NL' })).toBeUndefined()
  })

  it('are due within days where goods pass customs: by the rules where these know an answer, otherwise made up and said to be.', async () => {
    const billed: [string, NewDutyBill][] = []
    const api = {
      quote: async ({ lines: [line] }: { lines: { quantity: number }[] }) => (line?.quantity === 3 ? undefined : 'a quote'),
      billDuties: async (id: string, bill: NewDutyBill) => billed.push([id, bill]) > 0,
    }
    const others = [goods('b', { items: [{ ...item, quantity: 3 }] }), goods('c', { incoterm: 'DDP' }), goods('d', {}, 'DE')]
    await billDuties(api, [goods('a'), ...others], nowMs)
    const lines = [{ kind: 'tax', name: 'Example, made up', minorUnits: 499 }]
    expect(billed.toSorted()).toEqual([
      ['a', { quoteId: 'a quote', dueUntil: '2026-04-04' }],
      ['b', { currency: 'EUR', lines, dueUntil: '2026-04-04' }],
    ])
  })

  it('can be taken by three providers of nobody in particular, marked as an example.', async () => {
    const put: NewPaymentOffer[] = []
    await offerPayments({ putPaymentOffer: async (_, offer) => void put.push(offer) }, nowMs)
    expect(put.map(({ name, isExample }) => [name, isExample])).toEqual(['A', 'B', 'C'].map((letter) => [`Example ${letter}`, true]))
    expect(exampleOffers(nowMs).map(({ code }) => code)).toEqual(['example-a', 'example-b', 'example-c'])
  })
})
