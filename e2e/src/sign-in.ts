import type { Page } from 'playwright-core'
import type { Addresses } from './platform.ts'

/** Signs in as a person does, with the keyboard, in whatever language the page speaks. */
export const signInAs = async (page: Page, { dashboard, login }: Pick<Addresses, 'dashboard' | 'login'>, password = login.password) => {
  await page.goto(dashboard)
  await page.locator('input[name=email]').fill(login.email)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
}
