import { describe, expect, it } from 'vitest'
import { checkNewShipment } from '../../src/shipment/check-new.ts'
import { newShipment } from '../support/examples.ts'

const [sea, parcel] = newShipment().legs as [ReturnType<typeof newShipment>['legs'][0], ReturnType<typeof newShipment>['legs'][0]]
const pathsOf = (change: object) => checkNewShipment(newShipment(change)).map(({ path }) => path)

describe('A new shipment', () => {
  it('as it should be has nothing wrong with it.', () => expect(checkNewShipment(newShipment())).toEqual([]))

  it.each([
    ['CSQU3054383', []],
    ['CSQU3054384', ['/trackingNumber']],
    ['106141411234567897', []],
    ['106141411234567890', ['/trackingNumber']],
    ['RB473124829NL', []],
    ['RB473124820NL', ['/trackingNumber']],
    ['lower-case', ['/trackingNumber']],
    ['OUR-OWN-1', []],
  ])('with the number %s has these faults: %j.', (trackingNumber, paths) => expect(pathsOf({ trackingNumber })).toEqual(paths))

  it('begins each leg where the one before ended.', () => {
    expect(pathsOf({ legs: [sea, { ...parcel, origin: 'BEANR' }] })).toEqual(['/legs/1/origin'])
  })

  it('goes somewhere on every leg.', () => {
    expect(pathsOf({ legs: [{ ...sea, destination: sea.origin }] })).toEqual(['/legs/0/destination'])
  })

  it('arrives after it departs, and departs again after it arrived; offsets are understood.', () => {
    expect(pathsOf({ legs: [{ ...sea, plannedArrival: sea.plannedDeparture }] })).toEqual(['/legs/0/plannedArrival'])
    expect(pathsOf({ legs: [sea, { ...parcel, plannedDeparture: '2026-03-28T05:59:59Z' }] })).toEqual(['/legs/1/plannedDeparture'])
    expect(pathsOf({ legs: [sea, { ...parcel, plannedDeparture: '2026-03-28T08:00:00+02:00' }] })).toEqual([])
  })

  it('is valued in a currency that exists.', () => {
    const [item] = newShipment().items
    expect(pathsOf({ items: [item, { ...item, value: { minorUnits: 1, currency: 'QQQ' } }] })).toEqual(['/items/1/value/currency'])
  })

  it('travels in containers whose check digit is right.', () => {
    expect(pathsOf({ containers: ['CSQU3054383'] })).toEqual([])
    expect(pathsOf({ containers: ['CSQU3054383', 'CSQU3054384', 'OWN-BOX-1'] })).toEqual(['/containers/1', '/containers/2'])
  })

  it('leaves a temperature that it may have.', () => {
    expect(pathsOf({ limits: { temperatureMinC: 8, temperatureMaxC: 2 } })).toEqual(['/limits'])
    expect(pathsOf({ limits: { temperatureMinC: 2, temperatureMaxC: 2 } })).toEqual([])
    expect(pathsOf({ limits: { temperatureMinC: 2, temperatureMaxC: null } })).toEqual([])
  })
})
