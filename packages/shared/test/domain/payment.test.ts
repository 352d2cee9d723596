import { afterRefunds, holdsMoney, mayBecome, mayBePaid, type PaymentState, paymentStates } from '@lading/shared/domain/payment'
import { describe, expect, it } from 'vitest'

const table: Record<PaymentState, string> = {
  //                   due opened paid failed expired requested partly refunded
  due: '               .   yes    .    .      .       .         .      .',
  'checkout-opened': ' .   .      yes  yes    yes     .         .      .',
  paid: '              .   .      .    .      .       yes       .      .',
  failed: '            .   yes    yes  .      yes     .         .      .',
  expired: '           .   yes    yes  .      .       .         .      .',
  'refund-requested': '.   .      yes  .      .       .         yes    yes',
  'partly-refunded': ' .   .      .    .      .       yes       .      .',
  refunded: '          .   .      .    .      .       .         .      .',
}

describe('a payment', () => {
  it.each(paymentStates)('from %s goes where the table says, and nowhere else', (from) => {
    const cells = table[from].trim().split(/\s+/)
    expect(cells).toHaveLength(paymentStates.length)
    expect(paymentStates.map((to) => mayBecome(from, to))).toEqual(cells.map((cell) => cell === 'yes'))
  })

  it('is what its refunds make of it, which it may always become', () => {
    expect(afterRefunds({ paid: 2340, refunded: 0, open: 340 })).toBe('refund-requested')
    expect(afterRefunds({ paid: 2340, refunded: 340, open: 0 })).toBe('partly-refunded')
    expect(afterRefunds({ paid: 2340, refunded: 2340, open: 0 })).toBe('refunded')
    expect(afterRefunds({ paid: 2340, refunded: 0, open: 0 })).toBe('paid')
    for (const refunded of [0, 340, 2340])
      expect(mayBecome('refund-requested', afterRefunds({ paid: 2340, refunded, open: 0 })), String(refunded)).toBe(true)
  })

  it('is taken where nobody has the money yet, and given back only where somebody has', () => {
    expect(paymentStates.filter(mayBePaid)).toEqual(['due', 'checkout-opened', 'failed', 'expired'])
    expect(paymentStates.filter(holdsMoney)).toEqual(['paid', 'refund-requested', 'partly-refunded'])
    expect(paymentStates.filter((state) => mayBePaid(state) && holdsMoney(state))).toEqual([])
  })
})
