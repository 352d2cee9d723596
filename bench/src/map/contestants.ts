import type { Browser, Page } from 'playwright-core'
import { openMeasuredPage } from '../browser/measured-page.ts'
import type { Area } from './camera.ts'

export const contestantNames = ['lading', 'leafletMarkers', 'markercluster'] as const
export type ContestantName = (typeof contestantNames)[number]

/** Where things are during a measurement. `area` is the dashboard's map pane, which the others get too. */
export type Ground = { apiUrl: string; cookie: string; fieldUrl: string; area: Area }

/** A page that is about to be loaded, and how to tell that everything is on its map. */
export type Contestant = (
  browser: Browser,
  ground: Ground,
) => Promise<{ page: Awaited<ReturnType<typeof openMeasuredPage>>; load: () => Promise<void> }>

const settleMs = 3_000

const dashboard: Contestant = async (browser, { apiUrl, cookie }) => {
  const [name = '', value = ''] = cookie.split('=')
  const page = await openMeasuredPage(browser, [{ name, value, url: apiUrl }])
  return {
    page,
    load: async () => {
      await page.page.goto(apiUrl)
      await page.page.waitForSelector('.map-pane .leaflet-container')
      await page.page.waitForFunction(() => document.querySelector('[data-clusters]:not([data-clusters="0"]), .row'))
      // Everything in view, as the others begin with.
      await page.page.click('.map-tools .map-tool')
      await page.page.waitForTimeout(settleMs)
    },
  }
}

const leaflet =
  (how: string): Contestant =>
  async (browser, { fieldUrl, area }) => {
    const page = await openMeasuredPage(browser)
    const query = new URLSearchParams({ how, left: `${area.x}`, top: `${area.y}`, width: `${area.width}`, height: `${area.height}` })
    return {
      page,
      load: async () => {
        await page.page.goto(`${fieldUrl}/?${query}`)
        await page.page.waitForSelector('body[data-ready]', { state: 'attached' })
        await page.page.waitForTimeout(settleMs)
      },
    }
  }

export const contestants: Record<ContestantName, Contestant> = {
  lading: dashboard,
  leafletMarkers: leaflet('markers'),
  markercluster: leaflet('markercluster'),
}

/** Where the dashboard has its map on a screen of the size that everybody gets. */
export const mapAreaOf = async (page: Page): Promise<Area> => {
  const box = await page.locator('.map-pane .leaflet-container').boundingBox()
  if (!box) throw new Error('the dashboard shows no map')
  return box
}
