import type { PurchaseOrderDetail } from '@lading/shared/contract/purchase-order'
import type { StockList } from '@lading/shared/contract/stock-plan'
import type { Browser } from 'playwright-core'
import { signedIn } from './api.ts'
import { openPage } from './browser.ts'
import type { Addresses } from './platform.ts'
import { signInAs } from './sign-in.ts'
import { until } from './until.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const dayMs = 86_400_000

/**
 * Staff order of a supplier; somebody of the supplier signs in on a phone, looks at what will be asked for, and says when the order comes.
 * Answers what the pages said, and the order as staff see it then.
 */
export const supplierConfirms = async (browser: Browser, addresses: Addresses) => {
  const { get, post } = await signedIn(addresses)
  const login = addresses.partners?.find(({ partner }) => partner === 'pearl-river')
  if (!login) throw new Error('nobody of the supplier may sign in')
  const line = await until(
    async () => ((await get('/stock')) as StockList).items[0],
    'something that the supplier supplies, as it does everything in the demonstration',
  )
  const order = (await post('/purchase-orders', {
    ...{ supplier: 'Pearl River Trading', warehouse: line.warehouse, orderedAt: new Date(Date.now() - dayMs).toISOString() },
    lines: [{ product: line.product, quantity: 40 }],
  })) as PurchaseOrderDetail
  const { page, context, problems } = await openPage(browser, phone)
  await signInAs(page, { dashboard: addresses.dashboard, login })
  await page.locator('.portal-nav a[href*=demand]').click()
  const weeks = await until(async () => {
    await page.locator('.portal-page .section-note').first().waitFor()
    const rows = await page.locator('.portal-weeks tbody tr').count()
    // What is not forecast yet is looked for again.
    if (rows === 0) await page.reload()
    return rows || undefined
  }, 'weeks of a forecast')
  await page.locator('.portal-nav a[href*=orders]').click()
  const card = page.locator('.portal-card', { hasText: order.number })
  const day = new Date(Date.parse(order.lines[0]?.expectedAt ?? '') + 5 * dayMs).toISOString().slice(0, 10)
  await card.locator('input[type=date]').fill(day)
  await card.locator('button[type=submit]').click()
  await page.locator('.portal-said:not(:empty)').waitFor()
  const foreign = await page.request.get(`${addresses.dashboard}/v1/shipments`)
  await context.close()
  return { day, weeks, problems, foreign: foreign.status(), order: (await get(`/purchase-orders/${order.id}`)) as PurchaseOrderDetail }
}
