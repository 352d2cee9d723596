import type { Page } from 'playwright-core'
import type { Addresses } from './platform.ts'

/** Signs in as a person does, with the keyboard. */
export const signInAs = async (page: Page, { dashboard, login }: Pick<Addresses, 'dashboard' | 'login'>, password = login.password) => {
  await page.goto(dashboard)
  await page.getByLabel('E-mail').fill(login.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}
