import { openBrowser } from '@lading/e2e/browser'
import { type FrameFigures, frameFigures } from '../browser/frames.ts'
import { openMeasuredPage } from '../browser/measured-page.ts'
import { preparePublishers } from '../ingest/publishers.ts'
import { percentiles } from '../platform/percentiles.ts'
import type { LivePlatform } from './platform.ts'
import { watchNews } from './watch-news.ts'

export type BrowserFigures = { rate: number; seen: number; p50Ms: number | null; p99Ms: number | null } & FrameFigures

const settleMs = 3_000

/** From publishing over MQTT to the frame in which a browser shows it, at so many messages a second, and how smooth it stays. */
export const measureBrowser = async (
  { api, target }: LivePlatform,
  { rate, seconds }: { rate: number; seconds: number },
): Promise<BrowserFigures> => {
  const browser = await openBrowser()
  try {
    const [name = '', value = ''] = api.cookie.split('=')
    const measured = await openMeasuredPage(browser, [{ name, value, url: api.url }])
    const { page } = measured
    await page.addInitScript(watchNews)
    await page.goto(api.url)
    await page.waitForSelector('.row')
    await page.waitForTimeout(settleMs)
    const publish = await preparePublishers(target, { messages: rate * seconds, rate, startMs: Date.now() })
    await measured.startFrames()
    await publish()
    const frames = frameFigures(await measured.stopFrames())
    // What was published last is still under way.
    await page.waitForTimeout(settleMs)
    const ages = (await page.evaluate('globalThis.benchNews.take()')) as number[]
    return { rate, seen: ages.length, ...percentiles(ages), ...frames }
  } finally {
    await browser.close()
  }
}
