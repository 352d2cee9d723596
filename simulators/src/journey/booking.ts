import type { NewShipment, ShipmentItem, ShipmentParty } from '@lading/shared/contract/shipment'
import { isContainerNumber } from '@lading/shared/domain/container-number'
import { asMade } from '../goods/as-made.ts'
import { consignees, currencies, forwarders, marketplaces } from '../goods/companies.ts'
import { type GoodsName, goods } from '../goods/goods.ts'
import { hourMs } from '../movement/movement.ts'
import type { Random } from '../random/random.ts'
import type { Journey, JourneyLeg } from './journey.ts'
import type { Lane } from './lane.ts'
import { containerNumber } from './tracking-number.ts'

/** What the shipper tells Lading before anything moves. */
export const bookingOf = (random: Random, lane: Lane, goodsName: GoodsName, journey: Omit<Journey, 'booking'>): NewShipment => {
  const { legs, locations, trackingNumber, deviceId, cargo } = journey
  const destination = locations.at(-1)
  const last = legs.at(-1) as JourneyLeg
  const country = destination?.country ?? ''
  const toConsumer = journey.scenario === 'parcel'
  return {
    trackingNumber,
    reference: `PO-${random.integer(100000, 999999)}`,
    // Of what consumers order abroad, the seller pays the duties of a half.
    incoterm: toConsumer ? (random.fork('terms').chance(0.5) ? 'DAP' : 'DDP') : random.pick(['DAP', 'DDP', 'FCA', 'CIP'] as const),
    incotermPlace: destination?.name.replace('Consignee, ', '') ?? '',
    promisedAt: iso(last.plannedArrivalMs + random.between(6, 24) * hourMs),
    // So that whoever tries the demonstration knows it. Nobody has an address at example.com (RFC 2606).
    contact: { email: `${trackingNumber.toLowerCase()}@example.com` },
    parties: parties(random, lane, country, toConsumer),
    items: items(random, goodsName, currencies[country] ?? 'EUR', lane.from.country),
    ...containersOf(random.fork('containers'), trackingNumber, legs),
    limits: { temperatureMinC: cargo.minC, temperatureMaxC: cargo.maxC, shockMaxG: 12 },
    legs: legs.map((leg) => ({
      mode: leg.mode,
      carrier: leg.carrier,
      vessel: leg.vessel,
      origin: leg.origin.code,
      destination: leg.destination.code,
      plannedDeparture: iso(leg.plannedDepartureMs),
      plannedArrival: iso(leg.plannedArrivalMs),
      route: leg.line.route.map(([lon, lat]) => [round(lon), round(lat)]),
    })),
    deviceId,
  }
}

// Goods at sea and on rails travel in containers; a large consignment fills another one.
const containersOf = (random: Random, trackingNumber: string, legs: JourneyLeg[]): Pick<NewShipment, 'containers'> => {
  if (!legs.some(({ mode }) => mode === 'sea' || mode === 'rail')) return {}
  const first = isContainerNumber(trackingNumber) ? trackingNumber : containerNumber(random.fork('first'))
  return { containers: random.chance(0.3) ? [first, containerNumber(random.fork('second'))] : [first] }
}

const parties = (random: Random, { consignor, from }: Lane, country: string, toConsumer: boolean): ShipmentParty[] => [
  { role: 'consignor', name: consignor, country: from.country },
  { role: 'consignee', name: random.pick(consignees[country] ?? ['Private consignee']), country },
  { role: 'forwarder', name: random.pick(forwarders), country: from.country },
  ...(toConsumer ? [{ role: 'marketplace' as const, name: random.pick(marketplaces), country: from.country }] : []),
]

const items = (random: Random, goodsName: GoodsName, currency: string, origin: string): ShipmentItem[] => {
  const { articles } = goods[goodsName]
  const first = random.integer(0, articles.length - 1)
  const count = Math.min(articles.length, random.integer(1, 2))
  return Array.from({ length: count }, (_, index) => {
    const { description, hsCode, pieces, price } = articles[(first + index) % articles.length] as (typeof articles)[number]
    const quantity = random.integer(...pieces)
    const value = { minorUnits: quantity * random.integer(...price), currency }
    return { description, hsCode, quantity, value, ...asMade(origin, hsCode, quantity) }
  })
}

const iso = (ms: number) => new Date(ms).toISOString()
const round = (value: number) => Number(value.toFixed(5))
