import type { Lane } from '../journey/lane.ts'
import { warehouse } from '../places/sites.ts'

/** From a distribution centre to a door nearby: one delivery round, or a night on the road before it. */
export const parcelLanes = (): Lane[] => [
  { consignor: 'Grachten Handel BV', goods: ['parcels'], from: warehouse('utrecht'), hops: [], cities: ['utrecht'] },
  {
    consignor: 'Venlo Fulfilment BV',
    goods: ['parcels'],
    from: warehouse('venlo'),
    hops: [{ mode: 'road', to: warehouse('liege'), via: [[5.7, 50.86]] }],
    cities: ['leuven', 'namur', 'aachen'],
  },
  { consignor: 'Kaufwerk Berlin GmbH', goods: ['parcels'], from: warehouse('berlin'), hops: [], cities: ['berlin'] },
  {
    consignor: 'Shopnest Fulfilment Inc.',
    goods: ['parcels'],
    from: warehouse('allentown'),
    hops: [{ mode: 'road', to: warehouse('trenton') }],
    cities: ['philadelphia', 'trenton'],
  },
  { consignor: 'Bottega Moretti SRL', goods: ['parcels'], from: warehouse('milan'), hops: [], cities: ['milan'] },
  { consignor: 'Cheltenham Books Ltd', goods: ['parcels'], from: warehouse('reading'), hops: [], cities: ['reading', 'oxford'] },
]
