import type { Models } from '@lading/shared/contract/model'
import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import { openPage } from '../../src/browser.ts'
import { signInAs } from '../../src/sign-in.ts'
import { until } from '../../src/until.ts'
import { type Minutes, worldwide } from './minutes.ts'

/** How good predictions are. */
export const accuracy = (at: Minutes) => {
  it('says how good its predictions are, or that none has been scored yet, and tests and trains the model when asked', async () => {
    const { page, context, problems } = await openPage(at.browser, worldwide)
    await signInAs(page, at.platform.addresses)
    await page.getByRole('link', { name: 'Accuracy' }).click()
    await page.getByText('Typical error').or(page.getByText('Nothing has been scored yet.')).waitFor()
    const { get } = await signedIn(at.platform.addresses)
    const lastRun = async () => ((await get('/models')) as Models).items.find(({ name }) => name === 'arrival')?.run
    await until(async () => (await lastRun())?.state === 'done', 'the first training')
    const before = (await lastRun())?.id
    await page.getByRole('button', { name: 'Test and train now' }).click()
    await until(async () => {
      const run = await lastRun()
      return run?.id !== before && run?.state === 'done'
    }, 'a training that was asked for')
    await page.getByRole('link', { name: 'Demand' }).click()
    await page.waitForURL('**/accuracy?kind=demand')
    expect(problems).toEqual([])
    await context.close()
  })
}
