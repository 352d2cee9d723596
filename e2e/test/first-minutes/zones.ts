import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import { openPage } from '../../src/browser.ts'
import { signInAs } from '../../src/sign-in.ts'
import { until } from '../../src/until.ts'
import { onTheWay, vanOnItsWay } from '../../src/van-on-its-way.ts'
import { type Minutes, worldwide } from './minutes.ts'

/** Areas that people draw. */
export const zones = (at: Minutes) => {
  it('lets staff draw a zone with the keyboard only, and tells when a shipment comes into it', async () => {
    const van = await vanOnItsWay(await signedIn(at.platform.addresses))
    const { page, context, problems } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    await page.locator('[role=listbox] [role=option]').first().waitFor()

    await page.locator('.layers > summary').press('Enter')
    await page.getByRole('button', { name: 'Geofences: list and draw…' }).press('Enter')
    const panel = page.locator('.areas-panel')
    await panel.getByRole('button', { name: 'New geofence' }).press('Enter')
    await panel.getByLabel('Name', { exact: true }).focus()
    await page.keyboard.type('Zone of a test')
    await panel.getByRole('button', { name: 'Add the middle of the map' }).press('Enter')
    const type = async (label: string, value: number) => {
      await panel.getByLabel(label).focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(String(value))
      await page.keyboard.press('Tab')
    }
    await type('Latitude of point 1', onTheWay.lat)
    await type('Longitude of point 1', onTheWay.lon)
    await type('Radius (km)', 12)
    await panel.getByLabel('while a shipment is inside').press('Space')
    await panel.getByRole('button', { name: 'Save' }).press('Enter')
    await panel.getByRole('button', { name: 'Zone of a test nothing inside', exact: false }).waitFor()

    await van.comesBy()
    await until(async () => (await van.shipment()).visits?.length, 'a stay of the van in the zone')
    await page.goto(`${at.platform.addresses.dashboard}/?shipment=${van.id}`)
    const way = page.locator('path.route-planned')
    await until(async () => ((await way.boundingBox())?.height ?? 0) > 150, 'the way of the van large in view, not lost on the whole world')
    await page.locator('.detail').getByText('Entered Zone of a test').waitFor()
    await page.locator('.detail').getByRole('article', { name: 'In a zone to keep out of' }).waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
}
