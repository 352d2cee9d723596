import { modes } from '@lading/shared/domain/mode'
import { shipmentStates } from '@lading/shared/domain/shipment-state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Address, leftViews, noFilter, readAddress, sorts, writeAddress } from '../../src/state/address.ts'

const addresses: fc.Arbitrary<Address> = fc.record({
  filter: fc.record({
    states: fc.uniqueArray(fc.constantFrom(...shipmentStates)),
    modes: fc.uniqueArray(fc.constantFrom(...modes)),
    alert: fc.boolean(),
    text: fc.string({ maxLength: 100 }),
  }),
  sort: fc.constantFrom(...sorts),
  view: fc.constantFrom(...leftViews),
  selectedId: fc.option(fc.uuid(), { nil: undefined }),
})

test('Whatever is filtered and selected, the address leads back to the same screen.', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(readAddress(writeAddress(address))).toEqual(address)
    }),
  )
})

test('A plain screen has a plain address.', () => {
  expect(writeAddress({ filter: noFilter, sort: 'arrival', view: 'list', selectedId: undefined })).toBe('')
})

test('An address stays readable.', () => {
  const address: Address = {
    filter: { ...noFilter, states: ['in-transit', 'exception'], modes: ['sea'] },
    sort: 'arrival',
    view: 'attention',
    selectedId: undefined,
  }
  expect(writeAddress(address)).toBe('?view=attention&state=in-transit,exception&mode=sea')
})

test('What an address says that nobody knows is left out.', () => {
  const { filter, sort, view } = readAddress('?state=lost,delivered&mode=balloon&alert=perhaps&sort=random&view=cellar')
  expect({ filter, sort, view }).toEqual({ filter: { ...noFilter, states: ['delivered'] }, sort: 'arrival', view: 'list' })
})
