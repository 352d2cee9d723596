import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openBrowser, openPage } from '../src/browser.ts'
import { type Platform, startPlatform } from '../src/platform.ts'
import { signInAs } from '../src/sign-in.ts'
import { until } from '../src/until.ts'

describe.skipIf(!chromiumPath)('without a network', () => {
  let data: string
  let platform: Platform
  let browser: Browser

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lading-e2e-'))
    ;[platform, browser] = await Promise.all([startPlatform({ data, args: ['--devices', '6'] }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.stop()
    await rm(data, { recursive: true, force: true })
  })

  it('the board opens with the last that was known and says since when; signing out takes it along', async () => {
    const { page, context } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await signInAs(page, platform.addresses)
    const rows = page.locator('[role=listbox] [role=option]')
    await rows.nth(3).waitFor()
    const kept = () =>
      page.evaluate(async () => {
        const names = await caches.keys()
        const urls = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url))))
        return urls.flat().map(({ pathname }) => pathname)
      })
    // Once the worker is there, a second look brings everything past it.
    await until(async () => (await kept()).filter((path) => path.startsWith('/assets/')).length > 3, 'files of the dashboard in the store')
    await page.reload()
    await rows.nth(3).waitFor()
    await until(async () => (await kept()).includes('/v1/shipments'), 'shipments in the store')

    await context.setOffline(true)
    await page.reload()
    await rows.nth(3).waitFor()
    expect(await page.getByText('No connection. This is what was known at').count()).toBe(1)

    await context.setOffline(false)
    await page.reload()
    await page.getByText('Live', { exact: true }).waitFor()
    expect(await page.getByText('No connection.').count()).toBe(0)

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('E-mail').waitFor()
    await until(async () => (await kept()).every((path) => !path.startsWith('/v1/shipments')), 'no shipments in the store')
    await context.close()
  })
})
