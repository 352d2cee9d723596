import type { Lane } from '../journey/lane.ts'
import { railTerminals } from '../places/rail-terminals.ts'
import { factory } from '../places/sites.ts'

/** The northern land bridge: from Xi'an over the gauge changes at Khorgos and Małaszewicze to Duisburg. */
export const railLanes = (): Lane[] => [
  {
    consignor: 'Zhengzhou Mobile Devices Co.',
    goods: ['electronics', 'machineParts'],
    from: factory('zhengzhou'),
    hops: [
      { mode: 'road', to: railTerminals.xian, via: [[111.2, 34.77]] },
      {
        mode: 'rail',
        to: railTerminals.khorgos,
        via: [
          [103.83, 36.06],
          [94.67, 40.1],
          [87.6, 43.8],
          [82.5, 44.8],
        ],
      },
      {
        mode: 'rail',
        to: railTerminals.malaszewicze,
        via: [
          [76.9, 43.4],
          [68.0, 45.5],
          [57.2, 50.3],
          [51.4, 51.2],
          [46.0, 51.5],
          [37.9, 55.5],
          [27.6, 53.9],
        ],
      },
      {
        mode: 'rail',
        to: railTerminals.duisburg,
        via: [
          [21.0, 52.2],
          [16.9, 52.4],
          [14.5, 52.3],
          [9.8, 52.3],
        ],
      },
    ],
    cities: ['essen', 'dusseldorf'],
  },
]
