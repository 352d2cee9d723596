import { expect, test } from 'vitest'
import { reasonText } from '../../src/i18n/reason.ts'

test('A reason is said in words, and by its code where there are none yet.', () => {
  expect(reasonText('zero-island')).toBe('Position 0, 0')
  expect(reasonText('made-tomorrow')).toBe('made-tomorrow')
})
