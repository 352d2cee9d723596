import type { PartnerList } from '@lading/shared/contract/partner'
import type { ShipmentPage } from '@lading/shared/contract/shipment'
import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import { openPage } from '../../src/browser.ts'
import { claimToItsEnd } from '../../src/claim-to-its-end.ts'
import { partnerSpeaksUp } from '../../src/partner-speaks-up.ts'
import { signInAs } from '../../src/sign-in.ts'
import { supplierConfirms } from '../../src/supplier-confirms.ts'
import { until } from '../../src/until.ts'
import { type Minutes, worldwide } from './minutes.ts'

/** Claims against partners, and what partners see themselves. */
export const partners = (at: Minutes) => {
  it('takes a claim about a shipment to its decision, in a chain that is intact, and holds what was upheld against the partner', async () => {
    const { get } = await signedIn(at.platform.addresses)
    const { items } = (await get('/shipments?limit=1&state=in-transit')) as ShipmentPage
    const register = async () => ((await get('/partners')) as PartnerList).items
    await until(async () => (await register()).some(({ code }) => code === 'cityround'), 'the carrier in the register')
    const { page, context, problems } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    await page.locator('[role=listbox] [role=option]').first().waitFor()
    await page.goto(`${at.platform.addresses.dashboard}/?shipment=${items[0]?.id}`)
    const number = await claimToItsEnd(page)
    await page.getByText('Intact: all 4 entries are what was written.').waitFor()
    await page.locator('.device-heading a').click()
    await page.locator('.detail').getByLabel('Aspect').selectOption('damage')
    await page
      .locator('.partner-evidence li')
      .filter({ hasText: `Claim ${number} was upheld` })
      .waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  it('lets a partner tell of a document, which staff are to look at, and withdraw a dispute', async () => {
    const { problems, told } = await partnerSpeaksUp(at.browser, at.platform.addresses)
    expect(problems).toEqual([])
    expect(told).toMatchObject([{ kind: 'aeo', number: 'AEO-OF-A-TEST', state: 'open', partner: { code: 'pearl-river' } }])
  })

  it('lets a supplier see what will be asked for and say when an order comes, which staff see', async () => {
    const { day, weeks, problems, foreign, order } = await supplierConfirms(at.browser, at.platform.addresses)
    expect(problems).toEqual([])
    expect(weeks).toBeGreaterThan(3)
    expect(foreign).toBe(403)
    expect(order.lines).toMatchObject([{ isPromised: false, confirmed: { day, counts: true }, why: [{ code: 'confirmed' }] }])
  })
}
