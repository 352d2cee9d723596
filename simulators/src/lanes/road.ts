import type { Lane } from '../journey/lane.ts'
import { borders } from '../places/borders.ts'
import { factory, warehouse } from '../places/sites.ts'

/** By lorry over a customs border, then a delivery round. Leaving a customs union means waiting at its edge. */
export const roadLanes = (): Lane[] => [
  {
    consignor: 'Łódzkie Meble Sp. z o.o.',
    goods: ['homeware', 'bicycles'],
    from: factory('lodz'),
    hops: [
      {
        mode: 'road',
        to: borders.basel,
        via: [
          [17.03, 51.1],
          [13.74, 51.05],
          [11.08, 49.45],
          [9.18, 48.78],
          [7.9, 48.3],
        ],
      },
      { mode: 'road', to: warehouse('zurich'), via: [[8.05, 47.42]] },
    ],
    cities: ['zurich', 'bern'],
  },
  {
    consignor: 'Stuttgarter Werkzeugbau GmbH',
    goods: ['machineParts', 'carParts'],
    from: factory('stuttgart'),
    hops: [
      {
        mode: 'road',
        to: borders.basel,
        via: [
          [8.4, 48.98],
          [7.9, 48.3],
        ],
      },
      { mode: 'road', to: warehouse('bern'), via: [[7.7, 47.35]] },
    ],
    cities: ['bern'],
  },
  {
    consignor: 'Venlo Fulfilment BV',
    goods: ['electronics', 'clothing', 'parcels'],
    from: factory('venlo'),
    hops: [
      {
        mode: 'road',
        to: borders.calais,
        via: [
          [4.4, 51.22],
          [3.72, 51.05],
          [2.9, 51.1],
        ],
      },
      { mode: 'sea', to: borders.dover, ferry: true },
      {
        mode: 'road',
        to: warehouse('daventry'),
        via: [
          [0.52, 51.27],
          [0.1, 51.68],
          [-0.4, 51.9],
        ],
      },
    ],
    cities: ['coventry', 'birmingham', 'leicester'],
  },
  {
    consignor: 'Hannover Fahrrad Werke AG',
    goods: ['bicycles', 'machineParts'],
    from: factory('hanover'),
    hops: [
      {
        mode: 'road',
        to: borders.svinesund,
        via: [
          [9.99, 53.55],
          [9.43, 54.79],
          [9.47, 55.49],
          [10.39, 55.4],
          [11.35, 55.4],
          [12.55, 55.65],
          [13.0, 55.6],
          [12.7, 56.05],
          [12.86, 56.67],
          [11.97, 57.71],
          [11.94, 58.35],
        ],
      },
      { mode: 'road', to: warehouse('oslo'), via: [[10.93, 59.28]] },
    ],
    cities: ['oslo'],
  },
  {
    consignor: 'Bursa Otomotiv Parça AŞ',
    goods: ['carParts', 'clothing'],
    from: factory('bursa'),
    hops: [
      {
        mode: 'road',
        to: borders.kapikule,
        via: [
          [29.43, 40.78],
          [28.8, 41.05],
          [27.5, 41.25],
        ],
      },
      {
        mode: 'road',
        to: borders.horgos,
        via: [
          [24.75, 42.14],
          [23.32, 42.7],
          [21.9, 43.32],
          [20.46, 44.8],
          [19.83, 45.27],
        ],
      },
      {
        mode: 'road',
        to: warehouse('munich'),
        via: [
          [20.1, 46.25],
          [19.04, 47.5],
          [17.63, 47.69],
          [16.37, 48.2],
          [14.29, 48.25],
          [13.04, 47.8],
        ],
      },
    ],
    cities: ['munich', 'augsburg'],
  },
  {
    consignor: 'Cerámica Levante SL',
    goods: ['homeware', 'clothing'],
    from: factory('valencia'),
    hops: [
      {
        mode: 'road',
        to: borders.bardonnex,
        via: [
          [-0.04, 39.99],
          [1.25, 41.12],
          [2.1, 41.5],
          [2.87, 42.47],
          [3.0, 43.18],
          [3.88, 43.61],
          [4.81, 43.95],
          [4.89, 44.93],
          [4.87, 45.7],
          [5.3, 45.95],
        ],
      },
      { mode: 'road', to: warehouse('bern'), via: [[6.6, 46.55]] },
    ],
    cities: ['bern'],
  },
  {
    consignor: 'Manufacturas del Norte SA de CV',
    goods: ['carParts', 'electronics'],
    from: factory('monterrey'),
    hops: [
      { mode: 'road', to: borders.laredo },
      {
        mode: 'road',
        to: warehouse('dallas'),
        via: [
          [-98.49, 29.42],
          [-97.74, 30.27],
          [-97.15, 31.55],
        ],
      },
    ],
    cities: ['dallas'],
  },
]
