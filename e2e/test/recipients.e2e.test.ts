import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { DeliveryWishes } from '@lading/shared/contract/delivery-wish'
import type { Location } from '@lading/shared/contract/location'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../src/api.ts'
import { chromiumPath, openBrowser, openPage } from '../src/browser.ts'
import { type Platform, startPlatform } from '../src/platform.ts'
import { until } from '../src/until.ts'

const phoneWithoutScript = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled: false }
const hourMs = 3_600_000

describe.skipIf(!chromiumPath)('what a recipient can do', () => {
  let data: string
  let platform: Platform
  let browser: Browser

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lading-recipient-'))
    ;[platform, browser] = await Promise.all([startPlatform({ data, args: ['--devices', '3', '--speed', '1'] }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.stop()
    await rm(data, { recursive: true, force: true })
  })

  const mails = async (count: number) => {
    const directory = join(data, 'mails')
    const written = async () => (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted()
    await until(async () => (await written()).length >= count, `${count} mails`, 60_000)
    const names = await written()
    // Long lines are broken with `=` at their end (RFC 2045, 6.7).
    return Promise.all(names.map(async (name) => (await readFile(join(directory, name), 'utf8')).replace(/=\r?\n/g, '')))
  }

  /** A parcel to a door, of a merchant with a look of its own. */
  const announce = async (as: Awaited<ReturnType<typeof signedIn>>) => {
    const { clock } = (await as.get('/settings')) as DashboardSettings
    const [from] = ((await as.get('/locations')) as Location[]).filter(({ kind }) => kind === 'warehouse')
    const door = { name: 'Kerkstraat 12, Utrecht', kind: 'address', country: 'NL', lat: 52.0907, lon: 5.1214, zone: 'Europe/Amsterdam' }
    await as.put('/locations/ADDR-E2E', { code: 'ADDR-E2E', ...door, geofenceRadiusKm: 0.3 })
    await as.put('/merchants/lamps', { name: 'Bright Lamps', accent: { light: '#8a1c5c', dark: '#ff9ad5' } })
    const inHours = (hours: number) => new Date(Date.parse(clock.now) + hours * hourMs).toISOString()
    const leg = { mode: 'parcel', carrier: 'Example Parcels', origin: from?.code, destination: 'ADDR-E2E' }
    return (await as.post('/shipments', {
      ...{ incoterm: 'DAP', incotermPlace: 'Utrecht', parties: [], items: [], merchant: 'lamps', contact: { postcode: '3511 AB' } },
      legs: [{ ...leg, plannedDeparture: inHours(30), plannedArrival: inHours(50) }],
    })) as Shipment
  }

  it('works on a phone without JavaScript: say where to leave it, hear of it by e-mail, and stop that', async () => {
    const as = await signedIn(platform.addresses)
    const { id, trackingNumber } = await announce(as)
    const { page, context } = await openPage(browser, phoneWithoutScript)
    // A click does not wait for the next page: what this one says may still stand there.
    const says = (outcome: string) => page.locator('.tracking-outcome').filter({ hasText: outcome }).waitFor()

    await page.goto(`${platform.addresses.dashboard}/track`)
    await page.getByLabel('Tracking number').fill(trackingNumber)
    await page.getByLabel('Postcode or e-mail address').fill('3511ab')
    await page.getByRole('button', { name: 'Track' }).click()
    await page.locator('.tracking-brand').filter({ hasText: 'Bright Lamps' }).waitFor()

    await page.getByText('Say what to do').click()
    await page.getByLabel('Leave it with a neighbour').check()
    await page.getByLabel('Which neighbour').fill('Number 14')
    await page.getByRole('button', { name: 'Keep this wish' }).click()
    await says('passed on to the sender')
    const { current } = (await as.get(`/shipments/${id}/delivery-wishes`)) as DeliveryWishes
    expect(current).toMatchObject({ kind: 'neighbour', note: 'Number 14' })

    await page.getByText('Get news by e-mail').click()
    await page.getByLabel('Your e-mail address').fill('willemijn@example.nl')
    await page.getByRole('button', { name: 'Send me news' }).click()
    await says('on its way')
    const [mail = ''] = await mails(1)
    expect(mail).toMatch(/^From: Bright Lamps </m)
    const link = /https?:\/\/\S+\/track\/news\/[\w-]{22}/.exec(mail)?.[0] ?? ''

    await page.goto(link)
    await page.getByRole('button', { name: 'Yes, send me news' }).click()
    await page.getByText('You get mails about this shipment').waitFor()
    // Nothing is wider than the phone.
    expect(await page.locator('body').evaluate((body) => body.scrollWidth <= body.clientWidth)).toBe(true)
    // The page that a mail leads to is not for wishes: whoever forwards the mail does not pass these on.
    expect(await page.content()).not.toContain('Number 14')
    await page.getByRole('button', { name: 'No more mails' }).click()
    await says('No more mails')
    await page.getByLabel('Your e-mail address').waitFor({ state: 'attached' })
    await context.close()
  })

  it('pays duties on a phone without JavaScript, in the sandbox, and sees that they are paid once they are', async () => {
    const as = await signedIn(platform.addresses)
    const { id } = await announce(as)
    const lines = [{ kind: 'tax', name: 'BTW', minorUnits: 2_340 }]
    await as.put(`/shipments/${id}/duties`, { currency: 'EUR', lines })
    const { url } = (await as.post(`/shipments/${id}/tracking-links`, {})) as { url: string }
    const { page, context } = await openPage(browser, phoneWithoutScript)
    await page.goto(url)
    await page.getByText('Duties and taxes to pay: €23.40').waitFor()
    await page.getByRole('button', { name: 'Pay €23.40' }).click()
    await page.getByText('This is not a real checkout').waitFor()
    expect(await page.locator('input').count()).toBe(0)
    await page.getByRole('link', { name: 'Back without paying' }).click()
    await page.getByText('Nothing was paid').waitFor()
    await page.getByRole('button', { name: 'Pay €23.40' }).click()
    await page.getByRole('button', { name: 'Pay', exact: true }).click()
    await page.getByText('Duties and taxes paid: €23.40').waitFor()
    expect(await page.locator('body').evaluate((body) => body.scrollWidth <= body.clientWidth)).toBe(true)
    expect(await as.get(`/shipments/${id}/duties`)).toMatchObject({ bill: { state: 'paid' }, provider: 'sandbox' })
    await context.close()
  })
})
