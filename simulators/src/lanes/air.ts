import type { Lane } from '../journey/lane.ts'
import { airports } from '../places/airports.ts'
import { factory, warehouse } from '../places/sites.ts'

/** Factory, airport, airport, distribution centre, door. */
export const airLanes = (): Lane[] => [
  {
    consignor: 'Dongguan Brightwave Electronics Co.',
    goods: ['electronics', 'parcels'],
    from: factory('dongguan'),
    hops: [
      { mode: 'road', to: airports.HKHKG, via: [[114.05, 22.54]] },
      { mode: 'air', to: airports.BELGG },
      { mode: 'road', to: warehouse('venlo'), via: [[5.7, 50.86]] },
    ],
    cities: ['cologne', 'eindhoven', 'tilburg', 'bonn'],
  },
  {
    consignor: 'Zhengzhou Mobile Devices Co.',
    goods: ['electronics'],
    from: factory('zhengzhou'),
    hops: [
      { mode: 'road', to: airports.CNCGO },
      { mode: 'air', to: airports.USORD },
      { mode: 'road', to: warehouse('joliet') },
    ],
    cities: ['chicago'],
  },
  {
    consignor: 'Suzhou Lakeside Homeware Co.',
    goods: ['clothing', 'parcels'],
    from: factory('suzhou'),
    hops: [
      { mode: 'road', to: airports.CNPVG },
      { mode: 'air', to: airports.DEFRA },
      {
        mode: 'road',
        to: warehouse('kassel'),
        via: [
          [8.68, 50.58],
          [9.35, 50.9],
        ],
      },
    ],
    cities: ['gottingen', 'kassel'],
  },
  {
    consignor: 'Bengaluru Avionics Pvt Ltd',
    goods: ['machineParts', 'clothing'],
    from: factory('bengaluru'),
    hops: [
      { mode: 'road', to: airports.INBLR },
      { mode: 'air', to: airports.GBLHR },
      { mode: 'road', to: warehouse('miltonKeynes'), via: [[-0.4, 51.75]] },
    ],
    cities: ['oxford', 'cambridge', 'reading'],
  },
  {
    // Over the Aleutians and so over the antimeridian.
    consignor: 'Nagano Optics KK',
    goods: ['electronics', 'machineParts'],
    from: factory('nagano'),
    hops: [
      {
        mode: 'road',
        to: airports.JPNRT,
        via: [
          [138.9, 36.3],
          [139.7, 35.8],
        ],
      },
      { mode: 'air', to: airports.USORD },
      { mode: 'road', to: warehouse('joliet') },
    ],
    cities: ['chicago'],
  },
  {
    consignor: 'Joliet Instruments Inc.',
    goods: ['machineParts', 'electronics'],
    from: factory('joliet'),
    hops: [
      { mode: 'road', to: airports.USORD },
      { mode: 'air', to: airports.BRGRU },
      { mode: 'road', to: warehouse('campinas') },
    ],
    cities: ['campinas', 'saoPaulo'],
  },
]
