import type { Shipment } from '@lading/shared/contract/shipment'
import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import { openPage } from '../../src/browser.ts'
import { lorryAtTheBorder } from '../../src/lorry-at-the-border.ts'
import { signInAs } from '../../src/sign-in.ts'
import { until } from '../../src/until.ts'
import { type Minutes, phone, worldwide } from './minutes.ts'

/** Bills what was quoted for goods of less value than those that were declared. */
const billedByQuote = async ({ post, put }: Awaited<ReturnType<typeof signedIn>>, id: string) => {
  const rule = { destination: 'BR', source: 'Made up for a test', validFrom: '2020-01-01' }
  await post('/trade-rules', { ...rule, key: 'br-valuation', terms: { kind: 'valuation', basis: 'cif', currency: 'EUR' } })
  const duty = { kind: 'duty', measure: 'third-country', programme: '', charge: { percent: '10' } }
  await post('/trade-rules', { ...rule, key: 'br-duty', terms: duty, hsPrefix: '8413' })
  await post('/trade-rules', { ...rule, key: 'br-tax', terms: { kind: 'tax', name: 'IPI', percent: '20', on: ['duty'] } })
  const goods = { hsCode: '841370', origin: 'UY', quantity: 4, value: { minorUnits: 100_000, currency: 'EUR' } }
  const quote = { from: 'UY', destination: 'BR', currency: 'EUR', incoterm: 'DAP', lines: [goods] }
  const { id: quoteId } = (await post('/landed-cost', quote)) as { id: string }
  await put(`/shipments/${id}/duties`, { quoteId })
}

/** Goods that customs holds. */
export const customs = (at: Minutes) => {
  it('says everywhere that customs holds goods, explains the arrival that moved, and lets it go with the release', async () => {
    const api = await signedIn(at.platform.addresses)
    const { id, trackingNumber } = await lorryAtTheBorder(api)
    const shipment = async () => (await api.get(`/shipments/${id}`)) as Shipment
    const holds = async () => (await shipment()).alerts.filter(({ kind, closedAt }) => kind === 'customs-hold' && !closedAt)
    await api.post(`/shipments/${id}/customs/2/events`, { state: 'documents-required', documents: ['Certificate E2E'] })
    await until(async () => (await holds()).length === 1, 'an alert that customs holds the goods')

    await billedByQuote(api, id)
    const { page, context, problems } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    await page.locator('[role=listbox] [role=option]').first().waitFor()
    await page.goto(`${at.platform.addresses.dashboard}/?view=attention&q=${trackingNumber}&shipment=${id}`)
    await page.locator('.customs-now').getByText('Documents required').waitFor()
    expect(await page.locator('.customs-papers').textContent()).toContain('Certificate E2E')
    expect(await page.locator('.duties-variance').textContent()).toMatch(/€1,584.00.*€1,320.00.*\+€264.00/)
    const inQueue = page.locator('.queue-item').filter({ hasText: trackingNumber }).filter({ hasText: 'Held by customs' })
    await inQueue.waitFor()

    const { url } = (await api.post(`/shipments/${id}/tracking-links`, {})) as { url: string }
    const recipient = await openPage(at.browser, phone)
    const card = recipient.page.locator('.tracking-customs')
    await until(async () => {
      await recipient.page.goto(url)
      return (await card.textContent())?.match(
        /Customs asks for documents.*later than first expected.*The recipient takes it through customs/s,
      )
    }, 'the arrival that customs moved, explained')

    await api.put(`/shipments/${id}/customs/2`, { presentDocuments: ['Certificate E2E'] })
    await api.post(`/shipments/${id}/customs/2/events`, { state: 'released' })
    await until(async () => (await holds()).length === 0, 'no alert once the goods are released')
    await page.locator('.customs-now').getByText('Released').waitFor()
    await inQueue.waitFor({ state: 'hidden' })
    await recipient.page.goto(url)
    await card.getByText('Customs has released it').waitFor()
    expect([...problems, ...recipient.problems]).toEqual([])
    await context.close()
    await recipient.context.close()
  })
}
