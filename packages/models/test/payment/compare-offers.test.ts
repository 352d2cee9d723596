import type { Rates } from '@lading/shared/money/rates'
import { majorOf } from '@lading/shared/money/units'
import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareOffers, type PaymentOffer } from '../../src/payment/compare-offers.ts'

const dated = (rate: string, date = '2026-03-27') => ({ rate, date, source: 'ECB' })
const rates: Rates = { base: 'EUR', rates: { USD: dated('1.1600'), JPY: dated('171.25', '2026-03-26'), KWD: dated('0.3561') } }
const offer = (given: Partial<PaymentOffer> = {}): PaymentOffer => ({
  ...{ code: 'a', name: 'Example A', percent: '1.5', fixed: { minorUnits: 25, currency: 'EUR' } },
  ...{ marginPercent: '2', settlementDays: 2, currencies: [] },
  ...given,
})

describe('offers of payment providers', () => {
  it('cost their share, their fixed fee and what their rate is worse, in what is received', () => {
    const answer = compareOffers([offer()], { minorUnits: 11_600, currency: 'USD' }, 'EUR', rates)
    expect(answer?.reference).toEqual({ rate: '0.862068965517', via: null, date: '2026-03-27', source: 'ECB' })
    // 116 USD are 100 EUR.
    expect(answer?.offers[0]).toMatchObject({
      costs: [
        { kind: 'percent', amount: { minorUnits: 150, currency: 'EUR' } },
        { kind: 'fixed', amount: { minorUnits: 25, currency: 'EUR' } },
        { kind: 'margin', amount: { minorUnits: 200, currency: 'EUR' } },
      ],
      total: { minorUnits: 375, currency: 'EUR' },
      received: { minorUnits: 9_625, currency: 'EUR' },
    })
  })

  it('come in the order of what they cost, then of when the money is there', () => {
    const offers = [
      offer({ code: 'slow', settlementDays: 7 }),
      offer({ code: 'dear', marginPercent: '4' }),
      offer({ code: 'fast', settlementDays: 1 }),
      offer({ code: 'cheap', percent: '0.9' }),
    ]
    const order = (currency: string) =>
      compareOffers(offers, { minorUnits: 5_000, currency }, 'EUR', rates)?.offers.map(({ offer: { code } }) => code)
    expect(order('USD')).toEqual(['cheap', 'fast', 'slow', 'dear'])
    // Without an exchange there is no margin.
    expect(order('EUR')?.slice(1)).toEqual(['fast', 'dear', 'slow'])
  })

  it('leave out who does not take the currency, and who asks a fee in one without a rate', () => {
    const [euros, odd] = [offer({ code: 'euros', currencies: ['EUR'] }), offer({ code: 'odd', fixed: { minorUnits: 1, currency: 'XAF' } })]
    const answer = compareOffers([euros, odd, offer()], { minorUnits: 5_000, currency: 'USD' }, 'EUR', rates)
    expect(answer?.without).toEqual([euros, odd])
    expect(answer?.offers.map(({ offer: { code } }) => code)).toEqual(['a'])
    expect(compareOffers([euros], { minorUnits: 1, currency: 'XAF' }, 'EUR', rates)).toBeUndefined()
  })

  it('never look cheaper than they are, and no cost is a whole minor unit dearer', () => {
    const percent = fc.integer({ min: 0, max: 2_000 }).map((hundredths) => new Big(hundredths).div(100).toFixed())
    const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD')
    const money = fc.record({ minorUnits: fc.integer({ min: 0, max: 1e9 }), currency })
    fc.assert(
      fc.property(money, currency, percent, percent, money, (paid, to, share, margin, fixed) => {
        const given = offer({ percent: share, marginPercent: margin, fixed })
        const found = compareOffers([given], paid, to, rates)?.offers[0]
        if (!found) throw new Error('every currency has a rate')
        const per = (code: string) => new Big(code === 'EUR' ? 1 : (rates.rates[code]?.rate as string))
        const inTo = (amount: { minorUnits: number; currency: string }) => majorOf(amount).times(per(to)).div(per(amount.currency))
        const exact = inTo(paid)
          .times(new Big(share).plus(paid.currency === to ? 0 : margin))
          .div(100)
          .plus(inTo(fixed))
        const unit = majorOf({ minorUnits: 1, currency: to })
        const asked = majorOf(found.total)
        // Quotients are cut at twenty digits here.
        expect(asked.gte(exact.minus('1e-9'))).toBe(true)
        expect(asked.lt(exact.plus(unit.times(3)))).toBe(true)
        expect(found.costs.reduce((sum, { amount }) => sum + amount.minorUnits, 0)).toBe(found.total.minorUnits)
      }),
    )
  })
})
