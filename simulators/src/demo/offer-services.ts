import type { Location } from '@lading/shared/contract/location'
import type { Mode } from '@lading/shared/domain/mode'
import { distanceKm } from '@lading/shared/geo/distance'
import { lengthKm } from '@lading/shared/geo/great-circle'
import { airports } from '../places/airports.ts'
import { port } from '../places/ports.ts'
import { railTerminals } from '../places/rail-terminals.ts'
import { factory, warehouse } from '../places/sites.ts'
import type { Api } from '../platform/api.ts'
import { seaRoute } from '../routes/sea-route.ts'
import { atMost } from './at-most.ts'

type Offer = { mode: Mode; carrier: string; from: Location; to: Location; hours: number; departures: string }

const offer = (mode: Mode, carrier: string, from: Location, to: Location, hours: number, departures = ''): Offer => {
  return { mode, carrier, from, to, hours, departures }
}

/** Invented, as everything here: carriers, timetables and prices on the lanes of the demonstration, so that there is more than one way. */
const offers = (): Offer[] => [
  offer('sea', 'Meridian Container Line', port('CNSHA'), port('DEHAM'), 790, '3,6 18:00'),
  offer('sea', 'Northsea Line', port('CNSHA'), port('NLRTM'), 730, '5 12:00'),
  offer('sea', 'Blue Anchor Shipping', port('CNYTN'), port('NLRTM'), 690, '2 20:00'),
  offer('sea', 'Northsea Line', port('CNYTN'), port('GBFXT'), 720, '4 08:00'),
  offer('sea', 'Pacific Crest Lines', port('CNTAO'), port('USLGB'), 380, '1,5 16:00'),
  offer('air', 'Polaris Freighters', airports.CNPVG, airports.DEFRA, 13, '1,2,3,4,5,6,7 23:30'),
  offer('air', 'Albatros Air Cargo', airports.CNPVG, airports.BELGG, 14, '2,4,6 05:00'),
  offer('air', 'Condor Sky Freight', airports.HKHKG, airports.BELGG, 14.5, '1,3,5,7 01:15'),
  offer('air', 'Polaris Freighters', airports.CNCGO, airports.USORD, 15, '3,6 10:00'),
  offer('rail', 'Eurasia Rail Express', railTerminals.xian, railTerminals.duisburg, 360, '1,3,5 09:00'),
  offer('road', 'Wegener Trucking', factory('suzhou'), port('CNSHA'), 5),
  offer('road', 'Wegener Trucking', factory('suzhou'), airports.CNPVG, 5),
  offer('road', 'Roadstar Logistics', factory('suzhou'), railTerminals.xian, 34),
  offer('road', 'Roadstar Logistics', factory('dongguan'), port('CNYTN'), 4),
  offer('road', 'Roadstar Logistics', factory('dongguan'), airports.HKHKG, 7),
  offer('road', 'Wegener Trucking', factory('zhengzhou'), railTerminals.xian, 13),
  offer('road', 'Wegener Trucking', factory('zhengzhou'), airports.CNCGO, 3),
  offer('road', 'Transalp Spedition', port('DEHAM'), warehouse('hanover'), 6),
  offer('rail', 'Iron Silk Intermodal', port('DEHAM'), warehouse('hanover'), 16, '1,2,3,4,5 20:00'),
  offer('road', 'Transalp Spedition', port('NLRTM'), warehouse('hanover'), 12),
  offer('road', 'Bluebird Haulage', port('NLRTM'), warehouse('venlo'), 6),
  offer('road', 'Transalp Spedition', airports.DEFRA, warehouse('hanover'), 9),
  offer('road', 'Bluebird Haulage', airports.BELGG, warehouse('hanover'), 10),
  offer('road', 'Bluebird Haulage', airports.BELGG, warehouse('venlo'), 4),
  offer('road', 'Transalp Spedition', railTerminals.duisburg, warehouse('hanover'), 7),
  offer('road', 'Bluebird Haulage', railTerminals.duisburg, warehouse('venlo'), 3),
  offer('road', 'Bluebird Haulage', port('GBFXT'), warehouse('daventry'), 6),
  offer('rail', 'Iron Silk Intermodal', port('USLGB'), warehouse('joliet'), 110, '2,5 06:00'),
  offer('road', 'Roadstar Logistics', airports.USORD, warehouse('joliet'), 4),
]

/** In cents: a shipment in any case, a tonne and a cubic metre; a kilometre of road makes a tonne dearer. */
const prices = {
  sea: { perShipment: 12_000, perTonne: 8_500, perCubicMetre: 8_500 },
  air: { perShipment: 9_000, perTonne: 290_000, perCubicMetre: 48_400 },
  rail: { perShipment: 15_000, perTonne: 42_000, perCubicMetre: 16_000 },
} as const

const priceOf = ({ mode, from, to }: Offer) => {
  if (mode === 'sea' || mode === 'air') return prices[mode]
  const km = distanceKm(from, to)
  if (mode === 'rail' && km > 3000) return prices.rail
  const perTonne = Math.round(km * (mode === 'rail' ? 8 : 14))
  return { perShipment: mode === 'rail' ? 9_000 : 6_000, perTonne, perCubicMetre: Math.round(perTonne / 3) }
}

const columns = [
  ...['code', 'mode', 'carrier', 'origin', 'destination', 'transit_hours', 'departures', 'currency'],
  ...['per_shipment', 'per_tonne', 'per_cubic_metre', 'distance_km', 'source'],
]

/** Tells the services that carriers of the demonstration offer, and the places between which they go. */
export const offerServices = async (api: Pick<Api, 'putLocation' | 'importServices'>) => {
  const all = offers()
  const places = new Map(all.flatMap(({ from, to }) => [from, to]).map((place) => [place.code, place]))
  await atMost(4, [...places.values()], api.putLocation)
  const rows = all.map((each) => {
    const { mode, carrier, from, to, hours, departures } = each
    const { perShipment, perTonne, perCubicMetre } = priceOf(each)
    const km = mode === 'sea' ? Math.round(lengthKm(seaRoute(from, to))) : ''
    const code = `${mode}-${from.code}-${to.code}`.toUpperCase()
    return [
      ...[code, mode, carrier, from.code, to.code, hours, `"${departures}"`, 'EUR', perShipment, perTonne, perCubicMetre],
      ...[km, 'Demonstration (made up)'],
    ]
  })
  await api.importServices([columns, ...rows].map((row) => row.join(',')).join('\n'))
}
