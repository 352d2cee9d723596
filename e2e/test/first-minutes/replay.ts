import type { ShipmentPage } from '@lading/shared/contract/shipment'
import type { Track } from '@lading/shared/contract/track'
import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import { openPage } from '../../src/browser.ts'
import { signInAs } from '../../src/sign-in.ts'
import { until } from '../../src/until.ts'
import { type Minutes, phone, worldwide } from './minutes.ts'

/** What has been, played again. */
export const replay = (at: Minutes) => {
  it('replays a journey: the time is moved by keyboard, and map, charts and address go with it', async () => {
    const { get } = await signedIn(at.platform.addresses)
    const id = await until(async () => {
      const { items } = (await get('/shipments?limit=100&state=in-transit')) as ShipmentPage
      for (const { id } of items) {
        const { points } = (await get(`/shipments/${id}/track?points=100`)) as Track
        const spanMs = Date.parse(points.at(-1)?.recordedAt ?? '') - Date.parse(points[0]?.recordedAt ?? '')
        if (points.length > 5 && spanMs > 2 * 3_600_000) return id
      }
      return undefined
    }, 'a journey of more than two hours')

    const { page, context, problems, hosts } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    await page.locator('[role=listbox] [role=option]').first().waitFor()
    await page.goto(`${at.platform.addresses.dashboard}/?shipment=${id}`)
    await page
      .getByRole('slider', { name: /^Battery|^Temperature|^Speed/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Replay', exact: true }).click()
    const time = page.getByRole('slider', { name: 'Time that the map shows' })
    await time.focus()
    await page.keyboard.press('Home')
    const begins = Number(await time.inputValue())
    const map = page.locator('.leaflet-replay-pane canvas')
    const picture = () => map.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
    const atFirst = await picture()
    for (let steps = 0; steps < 5; steps++) await page.keyboard.press('PageUp')
    const later = Number(await time.inputValue())
    expect(later).toBeGreaterThan(begins + 3_600_000)
    const charts = page.locator('.charts-moment')
    await until(async () => Math.abs(Date.parse((await charts.getAttribute('datetime')) ?? '') - later) < 60_000, 'charts in step')
    await until(async () => (await picture()) !== atFirst, 'a map that shows another time')

    await page.waitForURL(/[?&]replay=.*&at=/)
    const shared = page.url()
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => !url.search.includes('replay'))
    expect(await time.count()).toBe(0)
    expect([...hosts]).toEqual([new URL(at.platform.addresses.dashboard).host])

    await page.setViewportSize(phone.viewport)
    await page.goto(shared)
    await page.getByRole('button', { name: 'Map', exact: true }).click()
    await time.waitFor()
    expect(Math.abs(Number(await time.inputValue()) - later)).toBeLessThan(3_600_000)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width)
    expect(problems).toEqual([])
    await context.close()
  })
}
