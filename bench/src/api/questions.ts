import { createRandom } from '@lading/simulators/random/random'
import { consigneeOf, deviceOf, referenceOf, shipmentId, trackingNumberOf, trackingToken } from '../world/names.ts'
import { linkedShipments } from '../world/seed-details.ts'
import { seededProducts, seededWarehouses } from '../world/seed-stock.ts'
import { mapBoxes } from './map-boxes.ts'

/** A route, and the addresses that it is asked for in turn; `afterChange` where every shipment has changed since it was asked for before. */
export type Question = { name: string; access: 'public' | 'viewer'; paths: string[]; afterChange?: true }

const different = 100
// Who opens a tracking page counts by address, 120 a minute: as many consumers as it takes to be none of them twice too often.
const consumers = 500

/** What the main routes are asked: something different each time, as people do. */
export const questions = ({ shipments, wellRecorded }: { shipments: number; wellRecorded: number }): Question[] => {
  const random = createRandom('questions')
  const some = (count: number, below: number) => Array.from({ length: count }, () => random.integer(0, below - 1))
  const any = () => some(different, shipments)
  const tokens = some(consumers, Math.min(shipments, linkedShipments)).map(trackingToken)
  const found = (texts: string[]) => texts.map((text) => `/v1/shipments?limit=50&q=${encodeURIComponent(text)}`)
  return [
    { name: 'tracking', access: 'public', paths: tokens.map((token) => `/track/${token}`) },
    {
      name: 'trackingChanged',
      access: 'public',
      paths: Array.from({ length: Math.min(shipments, linkedShipments) }, (_, number) => `/track/${trackingToken(number)}`),
      afterChange: true,
    },
    { name: 'trackingMap', access: 'public', paths: tokens.map((token) => `/track/${token}/map.json`) },
    { name: 'mapBox', access: 'viewer', paths: mapBoxes().map(({ bbox, zoom }) => `/v1/map?bbox=${bbox}&zoom=${zoom}`) },
    { name: 'shipmentList', access: 'viewer', paths: lists },
    {
      name: 'shipmentSearch',
      access: 'viewer',
      paths: found([
        ...any().map(trackingNumberOf),
        ...any().map((number) => trackingNumberOf(number).slice(0, 10)),
        ...any().map(referenceOf),
        ...any().map(deviceOf),
        ...any().map(consigneeOf),
        ...any().map((number) => consigneeOf(number).split(' ').slice(1).join(' ').toLowerCase()),
      ]),
    },
    { name: 'shipmentDetail', access: 'viewer', paths: any().map((number) => `/v1/shipments/${shipmentId(number)}`) },
    { name: 'track', access: 'viewer', paths: some(different, wellRecorded).map((number) => `/v1/shipments/${shipmentId(number)}/track`) },
    { name: 'alerts', access: 'viewer', paths: alerts },
    {
      name: 'stock',
      access: 'viewer',
      paths: some(different, seededProducts * seededWarehouses).map((number) =>
        number % 2
          ? `/v1/stock?warehouse=BENCH-WH-${(number % seededWarehouses) + 1}`
          : `/v1/stock?product=${skuOf(number % seededProducts)}`,
      ),
    },
  ]
}

const skuOf = (number: number) => `SKU-${String(number + 1).padStart(4, '0')}`

const lists = [
  '',
  '&state=in-transit',
  '&state=exception',
  '&state=in-transit&mode=sea',
  '&mode=air',
  '&state=info-received&state=out-for-delivery',
  '&carrier=Northsea%20Line',
  '&origin=WH-NL-VENLO',
  '&alert=true',
  '&alert=true&mode=road',
  '&alert=false&state=in-transit',
  '&promise=late',
  '&promise=at-risk&mode=sea',
  '&bbox=-10,35,30,60',
  '&bbox=3,51,5,53&state=in-transit',
].map((filter) => `/v1/shipments?limit=50${filter}`)

const alerts = ['', '&kind=late', '&kind=temperature', '&bbox=-10,35,30,60'].flatMap((filter) => [
  `/v1/alerts?limit=50${filter}`,
  `/v1/alerts?limit=50&open=true${filter}`,
])
