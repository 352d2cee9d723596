import { passesCustoms, territoryOf } from '@lading/shared/domain/customs-territory'
import { expect, it } from 'vitest'

it.each([
  ['CN', 'NL', true],
  ['NL', 'DE', false],
  ['FR', 'MC', false],
  ['NL', 'GB', true],
  ['DE', 'CH', true],
  ['CH', 'LI', false],
  ['KZ', 'RU', false],
  ['CN', 'KZ', true],
  ['MX', 'US', true],
  ['US', 'US', false],
])('goods from %s to %s pass customs: %s', (from, to, passes) => expect(passesCustoms(from, to)).toBe(passes))

it('takes a country that shares no territory for its own', () => expect(territoryOf('BR')).toBe('BR'))
