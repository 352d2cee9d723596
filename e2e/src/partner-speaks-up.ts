import type { SubmissionList } from '@lading/shared/contract/partner-document'
import type { Browser } from 'playwright-core'
import { signedIn } from './api.ts'
import { openPage } from './browser.ts'
import type { Addresses } from './platform.ts'
import { signInAs } from './sign-in.ts'

/**
 * Somebody of a partner tells of a document, disputes what its score rests on, and withdraws that again. Answers what the pages said, and the
 * documents that staff are to look at.
 */
export const partnerSpeaksUp = async (browser: Browser, addresses: Addresses) => {
  const login = addresses.partners?.find(({ partner }) => partner === 'pearl-river')
  if (!login) throw new Error('nobody of the supplier may sign in')
  const { page, context, problems } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await signInAs(page, { dashboard: addresses.dashboard, login })
  const asked = page.getByRole('dialog')
  const confirm = async (name: string) => {
    await asked.getByRole('button', { name, exact: true }).click()
    await asked.waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: 'Tell of a document' }).click()
  await asked.getByLabel('Kind').selectOption('aeo')
  await asked.getByLabel('Number').fill('AEO-OF-A-TEST')
  await confirm('Tell of a document')
  await page.getByText('Told: somebody looks at it.').waitFor()

  await page.getByRole('link', { name: 'Score' }).click()
  await page
    .getByRole('button', { name: /^Dispute: / })
    .first()
    .click()
  await asked.getByLabel('What is wrong').fill('It was not ours')
  await confirm('Dispute')
  await page
    .getByRole('button', { name: /^Withdraw: / })
    .first()
    .click()
  await asked.getByLabel('Reason').fill('It was ours')
  await confirm('Withdraw')
  await page.getByText(/^Withdrawn: C-/).waitFor()
  await page.getByRole('button', { name: /^Withdraw: / }).waitFor({ state: 'detached' })
  await context.close()
  const { get } = await signedIn(addresses)
  return { problems, told: ((await get('/partner-submissions')) as SubmissionList).items }
}
