import { expect, it } from 'vitest'
import { paymentSettings } from '../../src/start/payment-settings.ts'

it('A demonstration takes payments in the sandbox, by a secret that is another one every time.', () => {
  const [one, other] = [paymentSettings({ env: {}, demonstrates: true }), paymentSettings({ env: {}, demonstrates: true })]
  expect(one.PAYMENT_PROVIDER).toBe('sandbox')
  expect(one.PAYMENT_WEBHOOK_SECRET).toMatch(/^[\w-]{43}$/)
  expect(one.PAYMENT_WEBHOOK_SECRET).not.toBe(other.PAYMENT_WEBHOOK_SECRET)
})

it('Nothing else switches the sandbox on: not real servers, not real shipments, and not who says what takes payments.', () => {
  expect(paymentSettings({ env: {}, demonstrates: false })).toEqual({})
  expect(paymentSettings({ env: { PAYMENT_PROVIDER: 'none' }, demonstrates: true })).toEqual({})
  expect(paymentSettings({ env: { PAYMENT_PROVIDER: 'stripe' }, demonstrates: true })).toEqual({})
})
