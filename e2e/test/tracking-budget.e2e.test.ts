import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openBrowser, openPage } from '../src/browser.ts'
import { type Platform, startPlatform } from '../src/platform.ts'

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }

// Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. Its processor is left at the speed of this machine,
// which the platform, its database and the browser share: that is slow enough.
const slow4G = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (750e3 / 8) | 0 }

// What the specification of the tracking page says.
const budget = { scriptBytes: 60_000, largestPaintMs: 2_500, layoutShift: 0.1 }

/** What a phone on a slow network meets until the page is quiet; the map is not scrolled to. */
const visit = async (browser: Browser, url: string) => {
  const { page, context, hosts, problems } = await openPage(browser, phone)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', slow4G)
  const scripts = new Set<string>()
  let scriptBytes = 0
  session.on('Network.responseReceived', ({ type, requestId }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await page.addInitScript(() => {
    const seen = { largestPaintMs: 0, layoutShift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.largestPaintMs = startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.layoutShift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(() => (window as unknown as { seen: { largestPaintMs: number; layoutShift: number } }).seen)
  await context.close()
  return { ...seen, scriptBytes, hosts: [...hosts], problems }
}

describe.skipIf(!chromiumPath)('the budget of the tracking page', () => {
  let data: string
  let platform: Platform
  let browser: Browser

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lading-budget-'))
    ;[platform, browser] = await Promise.all([startPlatform({ data, args: ['--devices', '5'] }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.stop()
    await rm(data, { recursive: true, force: true })
  })

  it('is kept on a phone in a slow network: script, largest paint, jumps, and nobody else is asked', async () => {
    const [url = ''] = platform.addresses.tracking
    // One after the other; the middle one, as a machine that is busy with something else for a moment is not the page's doing.
    const visits = [await visit(browser, url), await visit(browser, url), await visit(browser, url)]
    for (const { scriptBytes, layoutShift, hosts, problems } of visits) {
      expect(scriptBytes).toBeLessThanOrEqual(budget.scriptBytes)
      expect(layoutShift).toBeLessThanOrEqual(budget.layoutShift)
      expect(hosts).toEqual([new URL(url).host])
      expect(problems).toEqual([])
    }
    expect(visits.some(({ scriptBytes }) => scriptBytes > 0)).toBe(true)
    const [, middle = 0] = visits.map(({ largestPaintMs }) => largestPaintMs).toSorted((a, b) => a - b)
    expect(middle).toBeGreaterThan(0)
    expect(middle).toBeLessThanOrEqual(budget.largestPaintMs)
    console.log('tracking page:', JSON.stringify(visits.map(({ hosts: _, problems: __, ...figures }) => figures)))
  })
})
