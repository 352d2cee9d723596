import type { Location } from '@lading/shared/contract/location'
import { expect, it } from 'vitest'
import { readServices } from '../../../packages/api/src/csv/services.ts'
import { offerServices } from '../../src/demo/offer-services.ts'

it('What carriers of a demonstration offer is read as a file of services, between places that were told before.', async () => {
  const places: Location[] = []
  let file = ''
  const keep = async (csv: string) => {
    file = csv
  }
  await offerServices({ putLocation: async (place) => void places.push(place), importServices: keep })
  const services = readServices(file)
  const codes = new Set(places.map(({ code }) => code))
  expect(services.length).toBeGreaterThan(20)
  expect(services.flatMap(({ origin, destination }) => [origin, destination]).filter((code) => !codes.has(code))).toEqual([])
  // From the factory in Suzhou to the warehouse in Hanover by sea, by air and by rail.
  const from = (code: string) => services.filter(({ origin }) => origin === code).map(({ destination }) => destination)
  expect(from('FACTORY-CN-SUZHOU').toSorted()).toEqual(['CNPVG', 'CNSHA', 'RAIL-XIAN'])
  const sea = services.find(({ origin, destination }) => origin === 'CNSHA' && destination === 'DEHAM')
  expect(sea?.distanceKm).toBeGreaterThan(18_000)
  expect(sea?.distanceKm).toBeLessThan(22_000)
})
