import { expect, test } from 'vitest'
import { formatChange, formatError, formatShare } from '../../src/format/amount.ts'

test.each([
  [0.4, 'arrival', '24 mins'],
  [3.44, 'arrival', '3.4 hrs'],
  [62.4, 'arrival', '2.6 days'],
  [1234.4, 'demand', '1,230'],
] as const)('An error of %d of %s is %s.', (value, kind, text) => expect(formatError(value, kind)).toBe(text))

test('Shares are rounded to the nearest percent, changes say which way.', () => {
  expect([formatShare(0.666), formatChange(0.123), formatChange(-0.2), formatChange(0)]).toEqual(['67%', '+12%', '-20%', '0%'])
})
