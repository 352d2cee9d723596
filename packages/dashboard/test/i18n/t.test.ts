import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCatalogue } from '@lading/i18n/read-catalogue'
import { expect, test } from 'vitest'
import { t } from '../../src/i18n/t.ts'

test('A text takes its parameters and the plural form that its count asks for.', () => {
  expect(t('header.shipments', { count: 1 })).toBe('1 shipment')
  expect(t('header.shipments', { count: 2000 })).toBe('2,000 shipments')
  expect(t('leg.by', { mode: 'Sea', carrier: 'Pacific Bridge' })).toBe('Sea with Pacific Bridge')
})

const source = fileURLToPath(new URL('../../src', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
const code = files.map((file) => readFileSync(join(source, file), 'utf8')).join('\n')
// Families of keys such as `state.${state}`.
const families = [...code.matchAll(/`([a-z-]+\.)\$\{/g)].map(([, prefix]) => prefix ?? '')

test('Every text is used somewhere.', () => {
  const unused = Object.keys(readCatalogue('en', 'dashboard')).filter(
    (key) => !code.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
  )
  expect(unused).toEqual([])
})
