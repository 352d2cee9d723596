import { connectAsync } from 'mqtt'
import { expect, it } from 'vitest'
import { openPage } from '../../src/browser.ts'
import { signInAs } from '../../src/sign-in.ts'
import { until } from '../../src/until.ts'
import { type Minutes, worldwide } from './minutes.ts'

/** A device of one’s own. */
export const devices = (at: Minutes) => {
  it('lets staff register a device, whose first report shows it as reporting', async () => {
    const { page, context, problems } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    await page.getByRole('link', { name: 'Devices' }).click()
    await page.locator('.device-row').nth(4).waitFor()
    await page.getByRole('button', { name: 'Register a device' }).click()
    await page.getByLabel('Name').fill('e2e-tag-1')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    const password = await page.getByLabel('Secret', { exact: true }).inputValue()
    const command = await page.getByRole('textbox', { name: 'A first report' }).inputValue()
    await page.getByRole('button', { name: 'I have the secret' }).click()
    await page.getByRole('searchbox').fill('e2e-tag')
    await page.locator('.device-row').filter({ hasText: 'e2e-tag-1' }).getByText('Never seen').waitFor()

    expect(command).toContain(`-P '${password}'`)
    const [, topic = '', message = ''] = /-t '([^']+)'[^']*-m '([^']+)'/.exec(command) ?? []
    expect(command).toContain(`-p ${new URL(at.platform.addresses.mqtt).port} `)
    const client = await connectAsync(at.platform.addresses.mqtt, { clientId: 'e2e-tag-1', username: 'e2e-tag-1', password })
    await client.publishAsync(topic, message, { qos: 1 })
    await client.endAsync()
    await until(async () => {
      await page.reload()
      await page.locator('.device-row').waitFor()
      return (await page.getByRole('row').filter({ hasText: 'e2e-tag-1' }).textContent())?.includes('Reporting')
    }, 'the device shown as reporting')
    expect(problems).toEqual([])
    await context.close()
  })
}
