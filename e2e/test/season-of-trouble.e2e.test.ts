import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlaybookRun } from '@lading/shared/contract/playbook'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../src/api.ts'
import { chromiumPath, openBrowser, openPage } from '../src/browser.ts'
import { type Platform, startPlatform } from '../src/platform.ts'
import { failing, playbookName, playbookSteps, seasonOfTrouble } from '../src/season-of-trouble.ts'
import { signInAs } from '../src/sign-in.ts'

const says = { natural: 'Natural', information: 'Information', legal: 'Legal', credit: 'Credit' }
type Trouble = { kind: keyof typeof says; number: string; evidence: string; opens: string; shows: (page: Page) => Locator }

/** What happened to which shipment, what is said of it, and what that opens. */
const troubles: Trouble[] = [
  {
    ...{ kind: 'natural', number: 'E2E-TYPHOON', evidence: 'Typhoon of a test', opens: 'Show on the map' },
    shows: (page: Page) => page.locator('.areas-row-pointed').filter({ hasText: 'Typhoon of a test' }),
  },
  {
    ...{ kind: 'information', number: 'E2E-UNTRUE', evidence: 'A haulier', opens: 'Open the report' },
    shows: (page: Page) => page.locator('.risk-evidence li:focus').filter({ hasText: 'A haulier' }),
  },
  {
    ...{ kind: 'legal', number: 'E2E-DUTY', evidence: 'e2e-duty', opens: 'Open the rule' },
    shows: (page: Page) => page.getByText('Duty of a test').first(),
  },
  {
    ...{ kind: 'credit', number: 'E2E-FAILING', evidence: failing.name, opens: 'Open the partner' },
    shows: (page: Page) => page.locator('.detail').filter({ hasText: failing.name }).locator('.partner-evidence .partner-bad').first(),
  },
]

describe.skipIf(!chromiumPath)('a season of trouble', () => {
  let data: string
  let platform: Platform
  let browser: Browser

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lading-season-'))
    ;[platform, browser] = await Promise.all([startPlatform({ data, args: ['--devices', '6', '--speed', '1'] }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.stop()
    await rm(data, { recursive: true, force: true })
  })

  it('is seen, warned of, explained down to what it rests on, and worked through', async () => {
    const as = await signedIn(platform.addresses)
    const ids = await seasonOfTrouble(as)
    const { page, context, problems } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    const go = (path: string) => page.goto(`${platform.addresses.dashboard}${path}`)
    await signInAs(page, platform.addresses)
    await page.getByRole('listbox').waitFor()

    for (const { kind, number, evidence, opens, shows } of troubles) {
      await go(`/?view=attention&q=${number}`)
      await page
        .getByRole('option')
        .filter({ hasText: `Test of ${kind}` })
        .click()
      const alert = page.locator('.detail [data-alert]').filter({ hasText: `Test of ${kind}` })
      await workThrough(alert)
      await piece(page, says[kind], evidence).getByRole('button', { name: opens }).click()
      await shows(page).waitFor()
    }
    for (const [kind, id] of Object.entries(ids)) {
      const { alerts } = (await as.get(`/shipments/${id}`)) as Shipment
      const alert = alerts.find(({ facts }) => facts.riskKind === kind)
      const { items } = (await as.get(`/alerts/${alert?.id}/playbooks`)) as { items: PlaybookRun[] }
      expect(items, kind).toMatchObject([{ name: playbookName, startedBy: {}, finishedAt: expect.any(String) }])
    }

    // The two kinds that are left, and the goods of which nobody says any more that they were delivered.
    await go(`/?shipment=${ids.information}`)
    await piece(page, 'Logistics', 'handover').getByRole('button', { name: 'Open the journey' }).click()
    await page.locator('#journey-heading:focus').waitFor()
    await page.getByRole('button', { name: 'Settled', exact: true }).click()
    await page.locator('.detail-closed').waitFor()
    await piece(page, 'Political', 'Strike of a test').getByRole('button', { name: 'Open the event' }).click()
    await page.locator('.risk-event-list').getByText('Strike of a test').waitFor()

    // A currency that open orders are in, which got dearer.
    // High enough for the whole queue: rows that are not in sight are not there.
    await page.setViewportSize({ width: 1440, height: 6000 })
    await go('/?view=attention')
    await page.getByRole('option').filter({ hasText: 'Chinese Yuan' }).click()
    await page.locator('.exposure-beyond').filter({ hasText: 'Chinese Yuan' }).waitFor()
    await workThrough(page.locator('.currency-playbooks').filter({ hasText: 'Chinese Yuan' }))
    const { items } = (await as.get('/currency-exposure/CNY/playbooks')) as { items: PlaybookRun[] }
    expect(items).toMatchObject([{ name: playbookName, startedBy: {}, finishedAt: expect.any(String) }])
    expect(problems).toEqual([])
    await context.close()
  })
})

/** Begins what is to be done about it, and does it step by step. */
const workThrough = async (trouble: Locator) => {
  await trouble.getByRole('button', { name: `Begin: ${playbookName}` }).click()
  for (const step of playbookSteps) await trouble.getByRole('button', { name: `Done: ${step}` }).click()
  await trouble.getByText(`${playbookSteps.length} of ${playbookSteps.length} settled`).waitFor()
}

/** A piece of evidence among those of a kind. */
const piece = (page: Page, kind: string, text: string) =>
  page
    .locator('.risk-evidence')
    .filter({ has: page.getByRole('heading', { name: kind, exact: true }) })
    .locator('li')
    .filter({ hasText: text })
    .first()
