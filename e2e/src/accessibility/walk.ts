import type { Browser, Page } from 'playwright-core'
import { openPage } from '../browser.ts'
import type { Addresses } from '../platform.ts'
import { signInAs } from '../sign-in.ts'
import { clippedIn } from './clipped.ts'
import { judge } from './judge.ts'
import { movingIn } from './moving.ts'
import { partnerViews } from './partner-views.ts'
import { loginOfPartner } from './partner-who-looks.ts'
import type { Subjects } from './subjects.ts'
import { publicViews, staffViews, type View } from './views.ts'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
/** A window of the desk at 200 %: half as many of the page's pixels either way. */
const zoomed = { width: desk.width / 2, height: desk.height / 2 }

/**
 * How a view is looked at, one after the other without opening it anew. Colours are the same whatever the size, and what there is beside
 * them is the same whatever the theme.
 */
export const looks = {
  light: { size: desk, colorScheme: 'light', question: 'everything' },
  dark: { size: desk, colorScheme: 'dark', question: 'colours' },
  phone: { size: phone, colorScheme: 'dark', question: 'structure' },
} as const
export type Look = keyof typeof looks

export type Finding = { view: string; rules: number; violations: Record<Look, string[]>; clipped: string[]; moving: string[] }

type Deps = { browser: Browser; addresses: Addresses; subjects: Subjects; onFinding?: (finding: Finding) => void; only?: string }

/** Walks through every view, as somebody who wants nothing to move, and tells what axe, a larger zoom and a small screen find there. */
export const walk = async ({ browser, addresses, subjects, onFinding, only }: Deps): Promise<Finding[]> => {
  const findings = new Map<View, Finding>()
  const visit = async (page: Page, view: View, open: (address: string) => Promise<unknown>) => {
    if (only && !view.name.includes(only)) return
    await page.setViewportSize(desk)
    await page.emulateMedia({ colorScheme: 'light' })
    await open(new URL(view.address(subjects), addresses.dashboard).href)
    await view.prepare?.(page)
    await page.locator(view.ready).first().waitFor({ timeout: 20_000 })
    const finding = await lookAt(page, view)
    findings.set(view, finding)
    onFinding?.(finding)
  }
  const inPage = async (look: (page: Page) => Promise<void>) => {
    const { page, context } = await openPage(browser, { viewport: desk, reducedMotion: 'reduce' })
    await look(page).finally(() => context.close())
  }
  /** One half of the views of staff, in a page of its own. */
  const asStaff = (half: 0 | 1) =>
    inPage(async (page) => {
      await signInAs(page, addresses)
      await page.locator('.board').waitFor()
      for (const [index, view] of staffViews.entries()) if (index % 2 === half) await visit(page, view, (address) => goTo(page, address))
    })
  const asPartner = () =>
    inPage(async (page) => {
      await signInAs(page, { dashboard: addresses.dashboard, login: loginOfPartner(addresses) })
      await page.locator('.portal').waitFor()
      for (const view of partnerViews) await visit(page, view, (address) => goTo(page, address))
    })
  // A page waits half of its time for what it asked for.
  await Promise.all([
    asPartner().then(() => asStaff(0)),
    inPage(async (page) => {
      for (const view of publicViews) await visit(page, view, (address) => page.goto(address))
    }).then(() => asStaff(1)),
  ])
  return [...publicViews, ...partnerViews, ...staffViews].flatMap((view) => findings.get(view) ?? [])
}

/** As the back button does: without loading the page again. What is open above it is closed first. */
const goTo = (page: Page, address: string) =>
  page.evaluate((url) => {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close()
    for (const menu of document.querySelectorAll('details[open]')) menu.removeAttribute('open')
    const focused = document.activeElement
    if (focused instanceof HTMLElement) focused.blur()
    history.pushState(null, '', url)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)

const lookAt = async (page: Page, { name, within, pane }: View): Promise<Finding> => {
  const moving = await movingIn(page)
  const violations: Partial<Record<Look, string[]>> = {}
  let rules = 0
  for (const [look, { size, colorScheme, question }] of Object.entries(looks)) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(size)
    if (pane && size === phone) await page.locator('.bottom-bar').getByRole('button', { name: pane }).click()
    await settled(page)
    const verdict = await judge(page, within && size === phone ? 'targets' : question, within)
    violations[look as Look] = verdict.violations
    rules = Math.max(rules, verdict.rules)
  }
  const clipped = (await clippedIn(page)).map((one) => `on a phone ${one}`)
  await page.setViewportSize(zoomed)
  await settled(page)
  clipped.push(...(await clippedIn(page)).map((one) => `at 200 % ${one}`))
  return { view: name, rules, violations: violations as Record<Look, string[]>, clipped, moving }
}

/** Two frames: what follows the size or the colours has been laid out and drawn. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))))
