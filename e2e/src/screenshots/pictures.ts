import type { Page } from 'playwright-core'

/**
 * What pictures are taken of: ids of shipments of the demonstration that show what there is to see, when the late one had half of its way
 * so far behind it, and the tracking page of one.
 */
export type Subjects = { late: string; halfway: string; held: string; tracking: string }

export type Picture = {
  /** Also the name of its file. */
  name: string
  /** What somebody who cannot see it is told. */
  about: string
  /** Part of an address after the dashboard's, or a whole one. */
  address: (subjects: Subjects) => string
  size: 'desk' | 'phone'
  colours: 'light' | 'dark'
  locale: string
  /** What has to be there before the picture is taken. */
  ready: string
  prepare?: (page: Page) => Promise<unknown>
}

const desk = { size: 'desk', colours: 'light', locale: 'en-GB' } as const
const phone = { size: 'phone', colours: 'light', locale: 'en-GB' } as const

const queueWith = (shipment: string) => `/?view=attention&shipment=${shipment}`
const detail = '.detail h2'

export const pictures: Picture[] = [
  {
    ...desk,
    name: 'map',
    about: 'The live map with the queue of what needs a hand, and a late shipment in detail',
    address: ({ late }) => queueWith(late),
    ready: detail,
  },
  {
    ...desk,
    name: 'map-dark',
    about: 'The live map in dark colours with a shipment that customs holds',
    address: ({ held }) => queueWith(held),
    colours: 'dark',
    ready: detail,
  },
  {
    ...desk,
    name: 'map-arabic',
    about: 'The live map in Arabic, laid out from right to left',
    address: ({ late }) => `/?shipment=${late}`,
    locale: 'ar',
    ready: detail,
  },
  {
    ...desk,
    name: 'replay',
    about: 'Two journeys replayed on the map, with their events on the time line and the conditions beside',
    address: ({ late, held, halfway }) => `/?shipment=${late}&replay=${late},${held}&at=${halfway}`,
    ready: detail,
  },
  {
    ...desk,
    name: 'wallboard',
    about: 'The wallboard with a region of trouble and the top of the queue',
    address: () => '/?wallboard=60&show=regions',
    colours: 'dark',
    ready: '.leaflet-container',
  },
  {
    ...phone,
    name: 'tracking',
    about: 'The tracking page on a phone',
    address: ({ tracking }) => tracking,
    ready: 'main h1',
  },
  {
    ...phone,
    name: 'tracking-dark',
    about: 'The tracking page on a phone in dark colours',
    address: ({ tracking }) => tracking,
    colours: 'dark',
    ready: 'main h1',
  },
  {
    ...phone,
    name: 'tracking-arabic',
    about: 'The tracking page on a phone in Arabic',
    address: ({ tracking }) => tracking,
    locale: 'ar',
    ready: 'main h1',
  },
]
