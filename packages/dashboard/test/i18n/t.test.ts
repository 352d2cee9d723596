import { expect, test } from 'vitest'
import { t } from '../../src/i18n/t.ts'

test('A text takes its parameters and the plural form that its count asks for.', () => {
  expect(t('header.shipments', { count: 1 })).toBe('1 shipment')
  expect(t('header.shipments', { count: 2000 })).toBe('2,000 shipments')
  expect(t('leg.by', { mode: 'Sea', carrier: 'Pacific Bridge' })).toBe('Sea with Pacific Bridge')
})
