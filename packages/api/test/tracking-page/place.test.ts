import { describe, expect, it } from 'vitest'
import { publicPlace } from '../../src/tracking-page/place.ts'
import { doorstep, rotterdam } from '../support/examples.ts'
import { underway } from '../support/shipment.ts'

const { legs } = underway()

describe('What is said of a place', () => {
  it.each([
    ['Kerkstraat 12, Utrecht', 'Utrecht'],
    ['Kerkstraat 12, 3511 AB Utrecht', null],
    ['Kerkstraat 12, Utrecht, 3511', null],
    ['Willemijn de Vries', null],
    ['Kerkstraat 12,', null],
    ['Flat 3, High Street 1, Newcastle upon Tyne', 'Newcastle upon Tyne'],
  ])('Of the address "%s" at most the town: %s.', (name, town) => {
    expect(publicPlace({ ...doorstep, name }, legs)).toEqual({ town, country: 'NL', zone: 'Europe/Amsterdam' })
  })

  it('A port goes by its name.', () => expect(publicPlace(rotterdam, legs).town).toBe('Rotterdam'))

  it('A warehouse on the way goes by its name, one at an end of the journey belongs to a party.', () => {
    const warehouse = { ...rotterdam, kind: 'warehouse' as const, name: 'Hub West' }
    expect(publicPlace(warehouse, legs).town).toBe('Hub West')
    expect(publicPlace({ ...warehouse, code: doorstep.code }, legs).town).toBeNull()
    expect(publicPlace({ ...warehouse, code: 'CNSZX' }, legs).town).toBeNull()
  })
})
