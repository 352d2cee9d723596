import type { ShipmentPage } from '@lading/shared/contract/shipment'
import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import { openPage } from '../../src/browser.ts'
import { signInAs } from '../../src/sign-in.ts'
import { until } from '../../src/until.ts'
import { type Minutes, worldwide } from './minutes.ts'

/** What the terminal says, and what is there from the first minute. */
export const startsUp = (at: Minutes) => {
  it('prints where everything is, and three tracking links', () => {
    const { addresses } = at.platform
    expect(addresses.tracking).toHaveLength(3)
    for (const text of [addresses.dashboard, addresses.login.password, ...addresses.tracking]) expect(at.platform.output()).toContain(text)
  })

  it('gives every moving shipment an arrival time', async () => {
    const { get } = await signedIn(at.platform.addresses)
    const moving = await until(async () => {
      const { items } = (await get('/shipments?limit=100&state=in-transit&state=out-for-delivery')) as ShipmentPage
      return items.length >= 5 && items.every(({ eta, position }) => eta && position) ? items : undefined
    }, 'five shipments under way, each with a position and an arrival time')
    for (const { eta } of moving) {
      const [p10, p50, p90] = [eta?.p10, eta?.p50, eta?.p90].map((instant) => Date.parse(instant ?? ''))
      expect(p10).toBeLessThanOrEqual(p50 as number)
      expect(p50).toBeLessThanOrEqual(p90 as number)
    }
  })

  it('refuses a wrong password without saying which part was wrong', async () => {
    const { page, context } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses, 'not-the-password')
    await page.getByRole('alert').waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await context.close()
  })
}
