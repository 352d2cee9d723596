import type { Lane } from '../journey/lane.ts'
import { airports } from '../places/airports.ts'
import { borders } from '../places/borders.ts'
import { port } from '../places/ports.ts'
import { factory, warehouse } from '../places/sites.ts'

/** Goods that must stay cold from end to end. */
export const coldChainLanes = (): Lane[] => [
  {
    consignor: 'Frutícola Cachapoal SpA',
    goods: ['cherries'],
    from: factory('rancagua'),
    hops: [
      { mode: 'road', to: port('CLSAI') },
      { mode: 'sea', to: port('USNYC') },
      { mode: 'road', to: warehouse('allentown'), via: [[-74.9, 40.63]] },
    ],
    cities: ['philadelphia', 'allentown'],
  },
  {
    consignor: 'Limpopo Orchards (Pty) Ltd',
    goods: ['avocados'],
    from: factory('tzaneen'),
    hops: [
      {
        mode: 'road',
        to: port('ZADUR'),
        via: [
          [29.45, -23.9],
          [28.2, -25.9],
          [29.3, -28.25],
        ],
      },
      { mode: 'sea', to: port('NLRTM') },
      { mode: 'road', to: warehouse('tilburg'), via: [[4.62, 51.83]] },
    ],
    cities: ['eindhoven', 'utrecht'],
  },
  {
    consignor: 'Naivasha Blooms Ltd',
    goods: ['roses'],
    from: factory('naivasha'),
    hops: [
      { mode: 'road', to: airports.KENBO },
      { mode: 'air', to: airports.NLSPL },
      { mode: 'road', to: warehouse('utrecht') },
    ],
    cities: ['utrecht', 'tilburg'],
  },
  {
    consignor: 'Liège Biologicals SA',
    goods: ['vaccines'],
    from: factory('leuven'),
    hops: [
      { mode: 'road', to: airports.BELGG },
      { mode: 'air', to: airports.USORD },
      { mode: 'road', to: warehouse('joliet') },
    ],
    cities: ['chicago'],
  },
  {
    consignor: 'Frigorífico Campinas SA',
    goods: ['beef'],
    from: factory('campinas'),
    hops: [
      { mode: 'road', to: port('BRSSZ'), via: [[-46.7, -23.5]] },
      { mode: 'sea', to: port('BEANR') },
      { mode: 'road', to: warehouse('liege'), via: [[4.7, 50.88]] },
    ],
    cities: ['namur', 'aachen'],
  },
  {
    consignor: 'Oslofjord Sjømat AS',
    goods: ['salmon'],
    from: factory('oslo'),
    hops: [
      { mode: 'road', to: borders.svinesundSouthbound, via: [[10.93, 59.28]] },
      {
        mode: 'road',
        to: warehouse('hanover'),
        via: [
          [11.94, 58.35],
          [11.97, 57.71],
          [12.86, 56.67],
          [12.7, 56.05],
          [13.0, 55.6],
          [12.55, 55.65],
          [11.35, 55.4],
          [10.39, 55.4],
          [9.47, 55.49],
          [9.43, 54.79],
          [9.99, 53.55],
        ],
      },
    ],
    cities: ['hanover', 'braunschweig'],
  },
  {
    consignor: 'Caseificio Piacentino SRL',
    goods: ['cheese'],
    from: factory('piacenza'),
    hops: [
      { mode: 'road', to: borders.chiasso, via: [[9.15, 45.55]] },
      {
        mode: 'road',
        to: warehouse('zurich'),
        via: [
          [8.95, 46.01],
          [8.95, 46.3],
          [8.6, 46.7],
          [8.4, 47.03],
        ],
      },
    ],
    cities: ['zurich'],
  },
]
