import { mayActAs } from '@lading/shared/domain/role'
import { expect, it } from 'vitest'

it.each([
  ['admin', 'operator', true],
  ['operator', 'operator', true],
  ['viewer', 'operator', false],
  ['operator', 'admin', false],
  ['viewer', 'viewer', true],
  ['partner', 'viewer', false],
  ['admin', 'partner', false],
  ['partner', 'partner', true],
] as const)('whether %s may do what %s may do: %s', (role, needed, allowed) => {
  expect(mayActAs(role, needed)).toBe(allowed)
})
