import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromStripe, toStripe } from '../../src/payments/stripe-amount.ts'

it.each([
  ['EUR', 2_340, 2_340],
  ['JPY', 2_340, 2_340],
  ['ISK', 2_340, 234_000],
  ['UGX', 2_340, 234_000],
  ['MGA', 2_300, 23],
  ['MGA', 2_340, undefined],
  ['KWD', 2_340, 2_340],
  ['KWD', 2_341, undefined],
  ['UYW', 2_340, undefined],
])('%s %d are %s to Stripe.', (currency, minorUnits, amount) => {
  expect(toStripe({ minorUnits, currency })).toEqual(amount && { amount, currency: currency.toLowerCase() })
})

it('What can be said to Stripe comes back as the same amount.', () => {
  const money = fc.record({
    minorUnits: fc.integer({ min: 1, max: 1e9 }),
    currency: fc.constantFrom('EUR', 'JPY', 'ISK', 'MGA', 'KWD', 'HUF'),
  })
  fc.assert(
    fc.property(money, (each) => {
      const said = toStripe(each)
      if (said) expect(fromStripe(said.amount, said.currency)).toEqual(each)
    }),
  )
})
