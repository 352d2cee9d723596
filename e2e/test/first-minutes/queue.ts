import type { AlertDetail, AlertPage } from '@lading/shared/contract/alert'
import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import { openPage } from '../../src/browser.ts'
import { announceLateShipment } from '../../src/late-shipment.ts'
import { signInAs } from '../../src/sign-in.ts'
import { until } from '../../src/until.ts'
import { type Minutes, worldwide } from './minutes.ts'

/** What needs a hand. */
export const queue = (at: Minutes) => {
  it('lets staff work through the queue with the keyboard only', async () => {
    const client = await signedIn(at.platform.addresses)
    const { id, trackingNumber } = await announceLateShipment(client, 'E2E-QUEUE-1')
    const alerts = async (state: string) => ((await client.get(`/alerts?shipmentId=${id}&state=${state}`)) as AlertPage).items
    await until(async () => (await alerts('open')).length > 0, 'an alert of the late shipment')

    const { page, context, problems } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    const rows = page.locator('[role=listbox] [role=option]')
    await rows.first().waitFor()
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const says = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.className)

    await press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await press('Escape', 'g', 'q', '/')
    await page.keyboard.type(trackingNumber)
    const row = rows.filter({ hasText: trackingNumber })
    await row.waitFor()
    expect(await row.textContent()).toMatch(/^Critical|^Warning/)
    await press('Enter', 'Home', 'Enter')
    await page.locator('.detail').filter({ hasText: trackingNumber }).getByRole('article', { name: 'Late' }).waitFor()
    await press('Escape')
    await page.locator('.detail').waitFor({ state: 'hidden' })
    expect(await focused()).toBe('listbox')

    await press('a')
    await says('Acknowledged.')
    await press('i')
    await says(/^Assigned to /)
    await press('c')
    await page.keyboard.type('The lorry waits for a driver.')
    await press('Tab', 'Tab', 'Enter')
    await says('Comment added.')
    expect(await focused()).toBe('listbox')

    await press('s', 'Enter')
    await says(/^Snoozed until /)
    await row.waitFor({ state: 'hidden' })
    expect(await alerts('snoozed')).toMatchObject([{ kind: 'late', comments: 1 }])
    await press('z')
    await says('Back in the queue.')
    await row.waitFor()
    await press('g', 'q', 'r', 'ArrowDown', 'Enter')
    await says('Resolved.')
    await row.waitFor({ state: 'hidden' })
    const [resolved] = await alerts('resolved')
    expect(resolved).toMatchObject({ resolution: 'accepted', acknowledgedAt: expect.any(String), assignedTo: expect.any(String) })
    const { events } = (await client.get(`/alerts/${resolved?.id}`)) as AlertDetail
    expect(events.filter(({ by }) => by).map(({ kind }) => kind)).toEqual([
      ...['acknowledged', 'assigned', 'commented', 'snoozed', 'woken', 'resolved'],
    ])

    // Back takes one thing back at a time: what was opened and closed, and before it the search.
    expect(page.url()).toContain(`q=${trackingNumber}`)
    for (let steps = 0; steps < 4 && page.url().includes('q='); steps++) await page.goBack()
    expect(page.url()).not.toContain('q=')
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    expect(problems).toEqual([])
    await context.close()
  })
}
