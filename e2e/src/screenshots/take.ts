import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openPage } from '../browser.ts'
import type { Addresses } from '../platform.ts'
import { signInAs } from '../sign-in.ts'
import type { Picture, Subjects } from './pictures.ts'

const sizes = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}
// The map has been drawn and has come to rest by then.
const settleMs = 2_500

type Deps = { browser: Browser; addresses: Addresses; subjects: Subjects; directory: string }

/** Opens the page as its user would, and keeps what is seen as `directory/name.png`. Throws where the page says an error. */
export const take = async ({ browser, addresses, subjects, directory }: Deps, picture: Picture) => {
  const { name, size, colours, locale, ready, prepare } = picture
  const { page, context, problems } = await openPage(browser, { ...sizes[size], colorScheme: colours, locale })
  try {
    const address = picture.address(subjects)
    if (address.startsWith('/')) {
      await signInAs(page, addresses)
      await page.getByRole('listbox').first().waitFor()
    }
    await page.goto(new URL(address, addresses.dashboard).href)
    await page.locator(ready).first().waitFor()
    await prepare?.(page)
    await page.waitForTimeout(settleMs)
    if (problems.length > 0) throw new Error(`${name}: ${problems.join('; ')}`)
    await page.screenshot({ path: join(directory, `${name}.png`) })
  } finally {
    await context.close()
  }
}
