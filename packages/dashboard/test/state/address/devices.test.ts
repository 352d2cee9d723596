import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DeviceAddress,
  deviceColumns,
  deviceViews,
  readDeviceAddress,
  usualOrder,
  writeDeviceAddress,
} from '../../../src/state/address/devices.ts'
import { deviceHealths, doubts } from '../../../src/state/device/health.ts'

const addresses: fc.Arbitrary<DeviceAddress> = fc.record({
  text: fc.string({ maxLength: 100 }),
  view: fc.constantFrom(...deviceViews),
  healths: fc.subarray([...deviceHealths]),
  doubts: fc.subarray([...doubts]),
  order: fc.record({ by: fc.constantFrom(...deviceColumns), descending: fc.boolean() }),
  selectedId: fc.option(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,40}$/), { nil: undefined }),
})

test('Whatever is filtered, sorted and opened, the address leads back to the same screen.', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(readDeviceAddress(writeDeviceAddress(address))).toEqual(address)
    }),
  )
})

test('A plain screen has a plain address, and a filtered one stays readable.', () => {
  const plain = { view: 'devices' as const, text: '', healths: [], doubts: [], order: usualOrder, selectedId: undefined }
  expect(writeDeviceAddress(plain)).toBe('')
  expect(writeDeviceAddress({ ...plain, healths: ['silent', 'never-seen'], order: { by: 'seen', descending: true } })).toBe(
    '?health=silent,never-seen&sort=-seen',
  )
})

test('What an address says that nobody knows is left out.', () => {
  expect(readDeviceAddress('?view=attic&health=fine,silent&doubt=self&sort=-weight')).toEqual({
    view: 'devices',
    text: '',
    healths: ['silent'],
    doubts: [],
    order: usualOrder,
    selectedId: undefined,
  })
})
