import { crossingOf, placeOfClearance } from '@lading/shared/domain/customs-crossing'
import type { LocationKind } from '@lading/shared/domain/location'
import { describe, expect, it } from 'vitest'

/** Places as `country:code`, `country|code` for a border crossing; goods wait at all but the first and the last. */
const way = (text: string) => {
  const places = text.split(' ').map((place) => {
    const [, country = '', mark, code = ''] = /^(..)([:|])(.+)$/.exec(place) ?? []
    const kind: LocationKind = mark === '|' ? 'border-crossing' : code === 'door' ? 'address' : 'hub'
    return { code, country, kind }
  })
  return places.slice(1).map((destination, index) => ({ sequence: index + 1, origin: places[index] as typeof destination, destination }))
}

describe('Goods are cleared', () => {
  it.each([
    ['in the port of a country they come to by sea', 'CN:CNSZX NL:NLRTM DE:hub DE:door', 2, 'NL', 'NLRTM', true],
    ['not where they change ships on the way', 'CN:CNSZX SG:SGSIN NL:NLRTM NL:door', 3, 'NL', 'NLRTM', true],
    [
      'not in countries they pass through, from one airport to the next',
      'CN:factory HK:HKHKG AE:AEDXB BE:BELGG DE:door',
      4,
      'BE',
      'BELGG',
      true,
    ],
    ['at a crossing that bears the name of the country entered', 'PL:lodz CH|basel CH:zurich CH:door', 2, 'CH', 'basel', true],
    ['at a crossing that bears the name of the country left', 'PL:lodz DE|basel CH:zurich CH:door', 2, 'CH', 'basel', true],
    ['on the second side of a crossing with an office on both', 'NL:venlo FR|calais GB|dover GB:daventry', 3, 'GB', 'dover', true],
    ['at the line between Mexico and the United States', 'MX:monterrey US|laredo US:dallas US:door', 2, 'US', 'laredo', true],
    ['at that line from its Mexican side', 'MX:monterrey MX|nuevo-laredo US:dallas US:door', 2, 'US', 'nuevo-laredo', true],
    ['not at a crossing between two countries on the way', 'AM:yerevan GE|sadakhlo RO:ROCND RO:door', 3, 'RO', 'ROCND', true],
    ['where they come into their territory for good', 'TR:bursa BG|kapikule RS:belgrade HU|horgos DE:munich', 4, 'HU', 'horgos', true],
    ['at the first crossing of a territory they stay in', 'TR:bursa BG|kapikule HU|horgos DE:munich', 2, 'BG', 'kapikule', true],
    ['at the edge of a union of several countries', 'CN:chongqing KZ|khorgos RU:moscow RU:door', 2, 'KZ', 'khorgos', true],
    ['in a warehouse, where it is the first place inside', 'MX:monterrey US:dallas US:door', 2, 'US', 'dallas', true],
    ['on their way to the door, where they wait nowhere', 'CN:factory HK:HKHKG DE:door', 2, 'DE', 'door', false],
    ['on their only leg', 'NL:venlo GB:door', 1, 'GB', 'door', false],
    ['where they enter a territory that they have been through before', 'CN:x DE:hub CH:hub DE:hub DE:door', 4, 'DE', 'hub', true],
  ])('%s: %s', (_, places, legSequence, country, code, waits) => {
    expect(crossingOf(way(places))).toMatchObject({ legSequence, country, place: { code }, waits })
    expect(placeOfClearance(way(places), legSequence, country)).toMatchObject({ code })
  })

  it.each([
    ['inside one country', 'DE:a DE:b DE:door'],
    ['inside a union', 'NL:venlo DE:hub PL:door'],
    ['inside a union, over a crossing of its countries', 'NL:venlo DE|line DE:door'],
    ['between countries of one territory', 'CH:zurich LI:door'],
    ['inside a union, through a country outside it', 'IT:milan CH:basel DE:door'],
    ['without any leg', 'DE:a'],
  ])('nowhere %s: %s', (_, places) => expect(crossingOf(way(places))).toBeUndefined())
})

describe('A declaration for a country', () => {
  it.each([
    ['on the way is for where goods wait in it', 'CN:a RS:belgrade HU:b DE:door', 2, 'RS', 'belgrade'],
    ['that a leg leads to is for where it ends', 'CN:a RS:belgrade HU:b DE:door', 1, 'RS', 'belgrade'],
    ['that a leg has nothing to do with is for where it ends', 'CN:a RS:belgrade HU:b DE:door', 1, 'BR', 'belgrade'],
  ])('%s', (_, places, legSequence, country, code) => expect(placeOfClearance(way(places), legSequence, country)).toMatchObject({ code }))
  it('of a leg that is not there is for no place', () => expect(placeOfClearance(way('CN:a DE:door'), 2, 'DE')).toBeUndefined())
})
