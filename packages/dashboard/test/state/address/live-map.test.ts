import { alertKinds } from '@lading/shared/domain/alert'
import { customsStandings } from '@lading/shared/domain/customs-entry'
import { modes } from '@lading/shared/domain/mode'
import { promiseStates } from '@lading/shared/domain/promise'
import { riskKinds } from '@lading/shared/domain/risk'
import { riskLevels } from '@lading/shared/domain/risk-level'
import { shipmentStates } from '@lading/shared/domain/shipment-state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noFilter } from '../../../src/state/address/filter.ts'
import { type Address, leftViews, queueTabs, readAddress, sorts, writeAddress } from '../../../src/state/address/live-map.ts'
import { replayedMost, replaySpeeds } from '../../../src/state/address/replay.ts'

const someOf = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values))
// No word of an address has spaces at its ends only; carriers may have any character.
const addresses: fc.Arbitrary<Address> = fc.record({
  filter: fc.record({
    states: someOf(shipmentStates),
    modes: someOf(modes),
    promises: someOf(promiseStates),
    customs: someOf(customsStandings),
    risk: fc.record({ kinds: fc.subarray([...riskKinds]), level: fc.constantFrom(undefined, ...riskLevels) }),
    carriers: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40 })),
    from: fc.constantFrom('', 'CN', 'CNSZX'),
    to: fc.constantFrom('', 'NL', 'VENLO-DC'),
    warehouse: fc.constantFrom('', 'VENLO-DC'),
    kinds: someOf(alertKinds),
    alert: fc.boolean(),
    text: fc.string({ maxLength: 100 }),
  }),
  sort: fc.constantFrom(...sorts),
  view: fc.constantFrom(...leftViews),
  tab: fc.constantFrom(...queueTabs),
  mine: fc.boolean(),
  selectedId: fc.option(fc.uuid(), { nil: undefined }),
  replay: fc.option(
    fc.record({
      ids: fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: replayedMost }),
      atMs: fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: undefined }),
      speed: fc.constantFrom(...replaySpeeds),
    }),
    { nil: undefined },
  ),
})

const plain: Address = {
  filter: noFilter,
  sort: 'arrival',
  view: 'list',
  tab: 'open',
  mine: false,
  selectedId: undefined,
  replay: undefined,
}

test('Whatever is filtered and selected, the address leads back to the same screen.', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(readAddress(writeAddress(address))).toEqual(address)
    }),
  )
})

test('A plain screen has a plain address.', () => {
  expect(writeAddress(plain)).toBe('')
})

test('An address stays readable.', () => {
  const filter = {
    ...noFilter,
    states: ['in-transit' as const, 'exception' as const],
    modes: ['sea' as const],
    from: 'CN',
    kinds: ['late' as const],
  }
  expect(writeAddress({ ...plain, filter, view: 'attention' })).toBe(
    '?view=attention&state=in-transit,exception&mode=sea&from=CN&kind=late',
  )
})

test('A replay stands in the address with its shipments, the time it shows and its speed; a beginning is none of its times.', () => {
  const [one, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  const replay = { ids: [one, other], atMs: Date.UTC(2026, 7, 4, 12), speed: 86_400 as const }
  expect(writeAddress({ ...plain, replay })).toBe(`?replay=${one},${other}&at=2026-08-04T12:00:00Z&speed=86400`)
  expect(readAddress(`?replay=${one},nonsense,${one}&at=noon&speed=7`).replay).toEqual({ ids: [one], atMs: undefined, speed: 3600 })
  expect(readAddress('?replay=nonsense&at=2026-08-04T12:00:00Z').replay).toBeUndefined()
})

test('What an address says that nobody knows is left out.', () => {
  expect(readAddress('?state=lost,delivered&mode=balloon&alert=perhaps&sort=random&view=cellar&tab=lost&kind=gone')).toEqual({
    ...plain,
    filter: { ...noFilter, states: ['delivered'] },
  })
})
