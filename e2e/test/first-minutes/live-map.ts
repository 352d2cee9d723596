import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import { openPage } from '../../src/browser.ts'
import { signInAs } from '../../src/sign-in.ts'
import { until } from '../../src/until.ts'
import { type Minutes, worldwide } from './minutes.ts'

/** What staff see who look at the map. */
export const liveMap = (at: Minutes) => {
  it('shows staff shipments that move, on the map and in the list, and one of them in detail', async () => {
    const { page, context, problems, hosts } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    const rows = page.locator('[role=listbox] [role=option]')
    await rows.nth(4).waitFor()

    const { get } = await signedIn(at.platform.addresses)
    const positions = async () => {
      const { shipments } = (await get('/map')) as { shipments: { id: string; position: { lat: number; lon: number } | null }[] }
      return new Map(shipments.map(({ id, position }) => [id, `${position?.lat},${position?.lon}`]))
    }
    const before = await positions()
    await until(async () => {
      const after = await positions()
      return [...after].filter(([id, place]) => before.has(id) && before.get(id) !== place).length >= 2
    }, 'two shipments at another place')

    // What the person sees: the map is drawn, and drawn anew when goods move.
    const map = page.locator('.leaflet-container')
    // Its size comes with the picture of land, which another thread has painted.
    await page.locator('.leaflet-land-pane canvas[style*=width]').waitFor({ state: 'attached' })
    await page.getByText('Live', { exact: true }).waitFor()
    const picture = await map.screenshot()
    await until(async () => !picture.equals(await map.screenshot()), 'a map that changes')

    const first = rows.first()
    const trackingNumber = (await first.locator('.shipment-number').textContent()) ?? ''
    await first.click()
    await page.locator('.detail').filter({ hasText: trackingNumber }).waitFor()
    await page.getByRole('heading', { name: 'Journey' }).waitFor()
    expect(page.url()).toMatch(/[0-9a-f-]{36}/)

    expect([...hosts]).toEqual([new URL(at.platform.addresses.dashboard).host])
    expect(problems).toEqual([])
    await context.close()
  })

  it('lets staff open a shipment with the keyboard only', async () => {
    const { page, context } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    const list = page.getByRole('listbox')
    await page.locator('[role=listbox] [role=option]').nth(2).waitFor()
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Journey' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Journey' }).waitFor({ state: 'hidden' })
    await context.close()
  })
}
