import { expect, it } from 'vitest'
import { openPage } from '../../src/browser.ts'
import { type Minutes, phone } from './minutes.ts'

/** What a consumer sees. */
export const trackingPage = (at: Minutes) => {
  it('answers a consumer’s question on a phone before he scrolls, and draws the map after', async () => {
    const [link] = at.platform.addresses.tracking
    const { page, context, problems, hosts } = await openPage(at.browser, phone)
    await page.goto(link as string)
    const answer = page.locator('.tracking-answer')
    await answer.waitFor()
    const box = await answer.boundingBox()
    expect((box?.y ?? 1e6) + (box?.height ?? 1e6)).toBeLessThanOrEqual(844)
    expect(await page.locator('.tracking-steps [aria-current]').count()).toBe(1)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await page.locator('#tracking-map').scrollIntoViewIfNeeded()
    await page.locator('#tracking-map .leaflet-pane').first().waitFor({ state: 'attached' })
    expect([...hosts]).toEqual([new URL(at.platform.addresses.dashboard).host])
    expect(problems).toEqual([])
    await context.close()
  })

  it('is readable without JavaScript, and tells a wrong link nothing', async () => {
    const { page, context } = await openPage(at.browser, { ...phone, javaScriptEnabled: false })
    await page.goto(at.platform.addresses.tracking[1] as string)
    expect(await page.locator('.tracking-answer').textContent()).toMatch(/\w/)
    const response = await page.goto(`${at.platform.addresses.dashboard}/track/${'A'.repeat(22)}`)
    expect(response?.status()).toBe(404)
    await context.close()
  })
}
