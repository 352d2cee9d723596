import { expect, it } from 'vitest'
import { movingIn } from '../../src/accessibility/moving.ts'
import { reportOf, wrongOf } from '../../src/accessibility/report.ts'
import { findSubjects } from '../../src/accessibility/subjects.ts'
import { walk } from '../../src/accessibility/walk.ts'
import { openPage } from '../../src/browser.ts'
import { type Minutes, worldwide } from './minutes.ts'

/** Every view, for everybody. */
export const accessibility = (at: Minutes) => {
  it('has nothing in any view that keeps somebody out: in light and dark, on a phone, at 200 %, and without anything that moves', async () => {
    const subjects = await findSubjects(at.platform.addresses)
    const findings = await walk({ browser: at.browser, addresses: at.platform.addresses, subjects })
    process.stdout.write(`${reportOf(findings)}\n`)
    expect(wrongOf(findings)).toEqual([])

    // What is found where somebody minds nothing shows that it would have been found above.
    const { page, context } = await openPage(at.browser, worldwide)
    await page.goto(`${at.platform.addresses.dashboard}/sign-in`)
    await page.locator('.button').first().waitFor()
    expect((await movingIn(page)).length).toBeGreaterThan(0)
    await context.close()
    // Every view is laid out and judged several times, which takes a slow machine some minutes.
  }, 600_000)
}
