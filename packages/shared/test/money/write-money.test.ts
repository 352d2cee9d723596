import { writeMoney } from '@lading/shared/money/write-money'
import { expect, test } from 'vitest'

test('Only the sign of the currency is kept apart from the words around it.', () => {
  const written = writeMoney({ minorUnits: 68517, currency: 'USD' }, 'ar-u-nu-latn', (sign) => `<${sign}>`)
  expect(written).toContain('<US$>')
  expect(written).toContain('685.17')
})
