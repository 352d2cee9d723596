import type { Lane } from '../journey/lane.ts'
import { port } from '../places/ports.ts'
import { factory, warehouse } from '../places/sites.ts'

/** Factory, port, port, distribution centre, door. */
export const seaLanes = (): Lane[] => [
  {
    consignor: 'Dongguan Brightwave Electronics Co.',
    goods: ['electronics'],
    from: factory('dongguan'),
    hops: [
      { mode: 'road', to: port('CNYTN') },
      { mode: 'sea', to: port('NLRTM') },
      {
        mode: 'road',
        to: warehouse('venlo'),
        via: [
          [4.62, 51.83],
          [5.47, 51.47],
        ],
      },
    ],
    cities: ['cologne', 'dusseldorf', 'eindhoven'],
  },
  {
    consignor: 'Suzhou Lakeside Homeware Co.',
    goods: ['homeware', 'clothing'],
    from: factory('suzhou'),
    hops: [
      { mode: 'road', to: port('CNSHA') },
      { mode: 'sea', to: port('DEHAM') },
      {
        mode: 'road',
        to: warehouse('hanover'),
        via: [
          [9.98, 53.25],
          [9.84, 52.88],
        ],
      },
    ],
    cities: ['braunschweig', 'gottingen', 'hanover'],
  },
  {
    consignor: 'Shandong Qinghe Bicycle Works',
    goods: ['bicycles', 'homeware'],
    from: factory('qingzhou'),
    hops: [
      { mode: 'road', to: port('CNTAO') },
      { mode: 'sea', to: port('USLGB') },
      { mode: 'road', to: warehouse('ontario'), via: [[-118.07, 33.92]] },
    ],
    cities: ['riverside', 'ontario'],
  },
  {
    consignor: 'Bien Hoa Garment JSC',
    goods: ['clothing'],
    from: factory('bienHoa'),
    hops: [
      { mode: 'road', to: port('VNSGN') },
      { mode: 'sea', to: port('FRLEH') },
      {
        mode: 'road',
        to: warehouse('orleans'),
        via: [
          [1.1, 49.35],
          [1.5, 48.44],
        ],
      },
    ],
    cities: ['paris', 'orleans'],
  },
  {
    consignor: 'Pune Precision Parts Ltd',
    goods: ['machineParts', 'carParts'],
    from: factory('pune'),
    hops: [
      { mode: 'road', to: port('INNSA'), via: [[73.41, 18.75]] },
      { mode: 'sea', to: port('GBFXT') },
      {
        mode: 'road',
        to: warehouse('daventry'),
        via: [
          [0.71, 52.24],
          [-0.2, 52.33],
        ],
      },
    ],
    cities: ['birmingham', 'coventry', 'leicester', 'tamworth'],
  },
  {
    consignor: 'Ansan Mobility Parts Corp.',
    goods: ['carParts', 'electronics'],
    from: factory('ansan'),
    hops: [
      {
        mode: 'road',
        to: port('KRPUS'),
        via: [
          [127.43, 36.35],
          [128.6, 35.87],
        ],
      },
      { mode: 'sea', to: port('USSEA') },
      { mode: 'road', to: warehouse('kent') },
    ],
    cities: ['kent'],
  },
  {
    consignor: 'Gaziantep Dokuma AŞ',
    goods: ['clothing', 'homeware'],
    from: factory('gaziantep'),
    hops: [
      {
        mode: 'road',
        to: port('TRISK'),
        via: [[36.25, 37.07]],
      },
      { mode: 'sea', to: port('ITGOA') },
      { mode: 'road', to: warehouse('piacenza'), via: [[8.87, 44.78]] },
    ],
    cities: ['milan', 'bergamo', 'piacenza'],
  },
  {
    consignor: 'Qinghe Outdoor Equipment Co.',
    goods: ['clothing', 'bicycles'],
    from: factory('qingzhou'),
    hops: [
      { mode: 'road', to: port('CNTAO') },
      { mode: 'sea', to: port('AUSYD') },
      { mode: 'road', to: warehouse('easternCreek') },
    ],
    cities: ['penrith'],
  },
  {
    consignor: 'Nagano Optics KK',
    goods: ['machineParts', 'electronics'],
    from: factory('nagano'),
    hops: [
      { mode: 'road', to: port('JPYOK'), via: [[138.9, 36.3]] },
      { mode: 'sea', to: port('USLGB') },
      { mode: 'road', to: warehouse('ontario'), via: [[-118.07, 33.92]] },
    ],
    cities: ['riverside', 'ontario'],
  },
]
