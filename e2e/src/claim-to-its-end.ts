import type { Page } from 'playwright-core'

/** Opens a claim about the shipment that is on screen, and has it acknowledged, reviewed and accepted. Answers its number. */
export const claimToItsEnd = async (page: Page): Promise<string> => {
  const press = (name: string, within = '.detail') => page.locator(within).getByRole('button', { name, exact: true }).click()
  await page.locator('.claims-open').click()
  const asked = page.locator('dialog[open]')
  await asked.getByLabel('Partner').selectOption('cityround')
  await asked.getByLabel('About').selectOption('damage')
  await asked.getByLabel('Claimed').fill('149.90')
  await asked.getByLabel('What happened').fill('The box was soaked')
  await press('Open a claim', 'dialog[open]')
  await page.locator('.claims-here a').first().click()
  await page.locator('.claim-chain li').first().waitFor()
  const number = (await page.locator('.detail-number').textContent()) ?? ''
  for (const move of ['Acknowledge', 'Review', 'Accept']) {
    await press(move)
    await asked.getByLabel('Reason').fill('As it should be')
    await press(move, 'dialog[open]')
    await asked.waitFor({ state: 'detached' })
  }
  return number
}
