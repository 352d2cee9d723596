import type { PurchaseOrderDetail } from '@lading/shared/contract/purchase-order'
import type { StockList } from '@lading/shared/contract/stock-plan'
import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import { openPage } from '../../src/browser.ts'
import { signInAs } from '../../src/sign-in.ts'
import { until } from '../../src/until.ts'
import { type Minutes, worldwide } from './minutes.ts'

/** What runs out, and what is done about it. */
export const stock = (at: Minutes) => {
  it('shows what is likely to run out, answers what would be if, and books what comes of an order that was approved', async () => {
    const { get } = await signedIn(at.platform.addresses)
    const isProposed = async () => ((await get('/stock')) as StockList).items.some(({ proposals }) => proposals.length > 0)
    await until(isProposed, 'a proposal about stock')
    const { page, context, problems } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    await page.getByRole('link', { name: 'Stock' }).click()
    await page.getByRole('button', { name: /^With proposals\s*[1-9]/ }).click()
    await page.locator('.row-open').first().click()
    await page.getByRole('slider', { name: /^Stock by day/ }).waitFor()
    await page.getByRole('slider', { name: 'Lead time' }).fill('50')
    await page.getByText(/^Reorder point [\d,]+, safety stock/).waitFor()
    const order = page.locator('.proposal').filter({ hasText: /^Order/ })
    await order.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('the draft of a purchase order is there').waitFor()
    expect(await get('/purchase-orders?state=draft')).toMatchObject({ items: [{ state: 'draft' }] })

    await page.getByRole('link', { name: 'Open the order' }).click()
    await page.getByRole('button', { name: 'Mark as sent' }).click()
    await page.getByText('Sent. Its lead time runs from now.').waitFor()
    await page.getByRole('button', { name: 'Book a receipt' }).click()
    const dialog = page.getByRole('dialog', { name: 'Book what has come' })
    await dialog.getByRole('spinbutton').first().fill('1')
    await dialog.getByRole('button', { name: 'Book', exact: true }).click()
    await page.getByText('Booked. The rest stays open.').waitFor()
    const orderId = new URL(page.url()).searchParams.get('order')
    const booked = (await get(`/purchase-orders/${orderId}`)) as PurchaseOrderDetail
    expect(booked).toMatchObject({ state: 'sent', receipts: [{ quantity: 1, isBooked: true }] })

    // One that nothing proposed: what is not known is said at its field, and nothing is lost.
    await page.getByRole('button', { name: 'New order' }).click()
    const asked = page.getByRole('dialog', { name: 'New order' })
    await asked.getByLabel('Supplier').fill('A supplier of a test')
    await asked.locator(`option[value='${booked.warehouse}']`).waitFor({ state: 'attached' })
    await asked.getByLabel('Warehouse').selectOption(booked.warehouse)
    await asked.locator('input[name^=product]').fill('NO-SUCH-PRODUCT')
    await asked.getByRole('spinbutton').fill('25')
    await asked.getByRole('button', { name: 'Add the order' }).click()
    await asked.getByText('there is no product NO-SUCH-PRODUCT').waitFor()
    await asked.locator('input[name^=product]').fill(booked.lines[0]?.product ?? '')
    await asked.getByRole('button', { name: 'Add the order' }).click()
    await page.waitForURL((url) => url.searchParams.get('order') !== orderId)
    const lines = [{ product: booked.lines[0]?.product, quantity: 25 }]
    expect(await get('/purchase-orders?limit=1')).toMatchObject({ items: [{ supplier: 'A supplier of a test', state: 'draft', lines }] })
    // The one that was refused, which browsers mention.
    expect(problems).toEqual([expect.stringContaining('422')])
    await context.close()
  })
}
