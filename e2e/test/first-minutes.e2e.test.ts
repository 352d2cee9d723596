import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AlertDetail, AlertPage } from '@lading/shared/contract/alert'
import type { Models } from '@lading/shared/contract/model'
import type { PartnerList } from '@lading/shared/contract/partner'
import type { PurchaseOrderDetail } from '@lading/shared/contract/purchase-order'
import type { Shipment, ShipmentPage } from '@lading/shared/contract/shipment'
import type { StockList } from '@lading/shared/contract/stock-plan'
import type { Track } from '@lading/shared/contract/track'
import { connectAsync } from 'mqtt'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movingIn } from '../src/accessibility/moving.ts'
import { reportOf, wrongOf } from '../src/accessibility/report.ts'
import { findSubjects } from '../src/accessibility/subjects.ts'
import { walk } from '../src/accessibility/walk.ts'
import { signedIn } from '../src/api.ts'
import { chromiumPath, openBrowser, openPage } from '../src/browser.ts'
import { claimToItsEnd } from '../src/claim-to-its-end.ts'
import { announceLateShipment } from '../src/late-shipment.ts'

import { lorryAtTheBorder } from '../src/lorry-at-the-border.ts'
import { type Platform, startPlatform } from '../src/platform.ts'
import { signInAs } from '../src/sign-in.ts'
import { supplierConfirms } from '../src/supplier-confirms.ts'
import { until } from '../src/until.ts'
import { onTheWay, vanOnItsWay } from '../src/van-on-its-way.ts'

const worldwide = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

describe.skipIf(!chromiumPath)('the first minutes with Lading', () => {
  let data: string
  let platform: Platform
  let browser: Browser

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lading-e2e-'))
    ;[platform, browser] = await Promise.all([startPlatform({ data, args: ['--devices', '15'] }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.stop()
    await rm(data, { recursive: true, force: true })
  })

  it('prints where everything is, and three tracking links', () => {
    const { addresses } = platform
    expect(addresses.tracking).toHaveLength(3)
    for (const text of [addresses.dashboard, addresses.login.password, ...addresses.tracking]) expect(platform.output()).toContain(text)
  })

  it('gives every moving shipment an arrival time', async () => {
    const { get } = await signedIn(platform.addresses)
    const moving = await until(async () => {
      const { items } = (await get('/shipments?limit=100&state=in-transit&state=out-for-delivery')) as ShipmentPage
      return items.length >= 5 && items.every(({ eta, position }) => eta && position) ? items : undefined
    }, 'five shipments under way, each with a position and an arrival time')
    for (const { eta } of moving) {
      const [p10, p50, p90] = [eta?.p10, eta?.p50, eta?.p90].map((instant) => Date.parse(instant ?? ''))
      expect(p10).toBeLessThanOrEqual(p50 as number)
      expect(p50).toBeLessThanOrEqual(p90 as number)
    }
  })

  it('refuses a wrong password without saying which part was wrong', async () => {
    const { page, context } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses, 'not-the-password')
    await page.getByRole('alert').waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await context.close()
  })

  it('shows staff shipments that move, on the map and in the list, and one of them in detail', async () => {
    const { page, context, problems, hosts } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
    const rows = page.locator('[role=listbox] [role=option]')
    await rows.nth(4).waitFor()

    const { get } = await signedIn(platform.addresses)
    const positions = async () => {
      const { shipments } = (await get('/map')) as { shipments: { id: string; position: { lat: number; lon: number } | null }[] }
      return new Map(shipments.map(({ id, position }) => [id, `${position?.lat},${position?.lon}`]))
    }
    const before = await positions()
    await until(async () => {
      const after = await positions()
      return [...after].filter(([id, place]) => before.has(id) && before.get(id) !== place).length >= 2
    }, 'two shipments at another place')

    // What the person sees: the map is drawn, and drawn anew when goods move.
    const map = page.locator('.leaflet-container')
    await page.getByText('Live', { exact: true }).waitFor()
    const picture = await map.screenshot()
    await until(async () => !picture.equals(await map.screenshot()), 'a map that changes')

    const first = rows.first()
    const trackingNumber = (await first.locator('.shipment-number').textContent()) ?? ''
    await first.click()
    await page.locator('.detail').filter({ hasText: trackingNumber }).waitFor()
    await page.getByRole('heading', { name: 'Journey' }).waitFor()
    expect(page.url()).toMatch(/[0-9a-f-]{36}/)

    expect([...hosts]).toEqual([new URL(platform.addresses.dashboard).host])
    expect(problems).toEqual([])
    await context.close()
  })

  it('lets staff open a shipment with the keyboard only', async () => {
    const { page, context } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
    const list = page.getByRole('listbox')
    await page.locator('[role=listbox] [role=option]').nth(2).waitFor()
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Journey' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Journey' }).waitFor({ state: 'hidden' })
    await context.close()
  })

  it('replays a journey: the time is moved by keyboard, and map, charts and address go with it', async () => {
    const { get } = await signedIn(platform.addresses)
    const id = await until(async () => {
      const { items } = (await get('/shipments?limit=100&state=in-transit')) as ShipmentPage
      for (const { id } of items) {
        const { points } = (await get(`/shipments/${id}/track?points=100`)) as Track
        const spanMs = Date.parse(points.at(-1)?.recordedAt ?? '') - Date.parse(points[0]?.recordedAt ?? '')
        if (points.length > 5 && spanMs > 2 * 3_600_000) return id
      }
      return undefined
    }, 'a journey of more than two hours')

    const { page, context, problems, hosts } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
    await page.locator('[role=listbox] [role=option]').first().waitFor()
    await page.goto(`${platform.addresses.dashboard}/?shipment=${id}`)
    await page
      .getByRole('slider', { name: /^Battery|^Temperature|^Speed/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Replay', exact: true }).click()
    const time = page.getByRole('slider', { name: 'Time that the map shows' })
    await time.focus()
    await page.keyboard.press('Home')
    const begins = Number(await time.inputValue())
    const map = page.locator('.leaflet-replay-pane canvas')
    const picture = () => map.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
    const atFirst = await picture()
    for (let steps = 0; steps < 5; steps++) await page.keyboard.press('PageUp')
    const later = Number(await time.inputValue())
    expect(later).toBeGreaterThan(begins + 3_600_000)
    const charts = page.locator('.charts-moment')
    await until(async () => Math.abs(Date.parse((await charts.getAttribute('datetime')) ?? '') - later) < 60_000, 'charts in step')
    await until(async () => (await picture()) !== atFirst, 'a map that shows another time')

    await page.waitForURL(/[?&]replay=.*&at=/)
    const shared = page.url()
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => !url.search.includes('replay'))
    expect(await time.count()).toBe(0)
    expect([...hosts]).toEqual([new URL(platform.addresses.dashboard).host])

    await page.setViewportSize(phone.viewport)
    await page.goto(shared)
    await page.getByRole('button', { name: 'Map', exact: true }).click()
    await time.waitFor()
    expect(Math.abs(Number(await time.inputValue()) - later)).toBeLessThan(3_600_000)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width)
    expect(problems).toEqual([])
    await context.close()
  })

  it('lets staff draw a zone with the keyboard only, and tells when a shipment comes into it', async () => {
    const van = await vanOnItsWay(await signedIn(platform.addresses))
    const { page, context, problems } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
    await page.locator('[role=listbox] [role=option]').first().waitFor()

    await page.locator('.layers > summary').press('Enter')
    await page.getByRole('button', { name: 'Geofences: list and draw…' }).press('Enter')
    const panel = page.locator('.areas-panel')
    await panel.getByRole('button', { name: 'New geofence' }).press('Enter')
    await panel.getByLabel('Name', { exact: true }).focus()
    await page.keyboard.type('Zone of a test')
    await panel.getByRole('button', { name: 'Add the middle of the map' }).press('Enter')
    const type = async (label: string, value: number) => {
      await panel.getByLabel(label).focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(String(value))
      await page.keyboard.press('Tab')
    }
    await type('Latitude of point 1', onTheWay.lat)
    await type('Longitude of point 1', onTheWay.lon)
    await type('Radius (km)', 12)
    await panel.getByLabel('while a shipment is inside').press('Space')
    await panel.getByRole('button', { name: 'Save' }).press('Enter')
    await panel.getByRole('button', { name: 'Zone of a test nothing inside', exact: false }).waitFor()

    await van.comesBy()
    await until(async () => (await van.shipment()).visits?.length, 'a stay of the van in the zone')
    await page.goto(`${platform.addresses.dashboard}/?shipment=${van.id}`)
    await page.locator('.detail').getByText('Entered Zone of a test').waitFor()
    await page.locator('.detail').getByRole('article', { name: 'In a zone to keep out of' }).waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  it('lets staff work through the queue with the keyboard only', async () => {
    const client = await signedIn(platform.addresses)
    const { id, trackingNumber } = await announceLateShipment(client, 'E2E-QUEUE-1')
    const alerts = async (state: string) => ((await client.get(`/alerts?shipmentId=${id}&state=${state}`)) as AlertPage).items
    await until(async () => (await alerts('open')).length > 0, 'an alert of the late shipment')

    const { page, context, problems } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
    const rows = page.locator('[role=listbox] [role=option]')
    await rows.first().waitFor()
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const says = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.className)

    await press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await press('Escape', 'g', 'q', '/')
    await page.keyboard.type(trackingNumber)
    const row = rows.filter({ hasText: trackingNumber })
    await row.waitFor()
    expect(await row.textContent()).toMatch(/^Critical|^Warning/)
    await press('Enter', 'Home', 'Enter')
    await page.locator('.detail').filter({ hasText: trackingNumber }).getByRole('article', { name: 'Late' }).waitFor()
    await press('Escape')
    await page.locator('.detail').waitFor({ state: 'hidden' })
    expect(await focused()).toBe('listbox')

    await press('a')
    await says('Acknowledged.')
    await press('i')
    await says(/^Assigned to /)
    await press('c')
    await page.keyboard.type('The lorry waits for a driver.')
    await press('Tab', 'Tab', 'Enter')
    await says('Comment added.')
    expect(await focused()).toBe('listbox')

    await press('s', 'Enter')
    await says(/^Snoozed until /)
    await row.waitFor({ state: 'hidden' })
    expect(await alerts('snoozed')).toMatchObject([{ kind: 'late', comments: 1 }])
    await press('z')
    await says('Back in the queue.')
    await row.waitFor()
    await press('g', 'q', 'r', 'ArrowDown', 'Enter')
    await says('Resolved.')
    await row.waitFor({ state: 'hidden' })
    const [resolved] = await alerts('resolved')
    expect(resolved).toMatchObject({ resolution: 'accepted', acknowledgedAt: expect.any(String), assignedTo: expect.any(String) })
    const { events } = (await client.get(`/alerts/${resolved?.id}`)) as AlertDetail
    expect(events.filter(({ by }) => by).map(({ kind }) => kind)).toEqual([
      ...['acknowledged', 'assigned', 'commented', 'snoozed', 'woken', 'resolved'],
    ])

    // Back takes one thing back at a time: what was opened and closed, and before it the search.
    expect(page.url()).toContain(`q=${trackingNumber}`)
    for (let steps = 0; steps < 4 && page.url().includes('q='); steps++) await page.goBack()
    expect(page.url()).not.toContain('q=')
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    expect(problems).toEqual([])
    await context.close()
  })

  it('lets staff register a device, whose first report shows it as reporting', async () => {
    const { page, context, problems } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
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
    expect(command).toContain(`-p ${new URL(platform.addresses.mqtt).port} `)
    const client = await connectAsync(platform.addresses.mqtt, { clientId: 'e2e-tag-1', username: 'e2e-tag-1', password })
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

  it('says how good its predictions are, or that none has been scored yet, and tests and trains the model when asked', async () => {
    const { page, context, problems } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
    await page.getByRole('link', { name: 'Accuracy' }).click()
    await page.getByText('Typical error').or(page.getByText('Nothing has been scored yet.')).waitFor()
    const { get } = await signedIn(platform.addresses)
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

  it('shows what is likely to run out, answers what would be if, and books what comes of an order that was approved', async () => {
    const { get } = await signedIn(platform.addresses)
    const isProposed = async () => ((await get('/stock')) as StockList).items.some(({ proposals }) => proposals.length > 0)
    await until(isProposed, 'a proposal about stock')
    const { page, context, problems } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
    await page.getByRole('link', { name: 'Stock' }).click()
    await page.getByRole('button', { name: /^With proposals\s*[1-9]/ }).click()
    await page.locator('.stock-open').first().click()
    await page.getByRole('slider', { name: /^Stock by day/ }).waitFor()
    await page.getByRole('slider', { name: 'Lead time' }).fill('50')
    await page.getByText(/^Reorder point [\d,]+, safety stock/).waitFor()
    const order = page.locator('.proposal').filter({ hasText: /^Order/ })
    await order.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('the draft of a purchase order is there').waitFor()
    expect(await get('/purchase-orders?state=draft')).toMatchObject({ items: [{ state: 'draft' }] })

    await page.getByRole('link', { name: 'Open the order' }).click()
    await page.getByRole('button', { name: 'Mark as sent' }).click()
    await page.getByText('Sent. Its lead time runs from now.').waitFor()
    await page.getByRole('button', { name: 'Book a receipt' }).click()
    const dialog = page.getByRole('dialog', { name: 'Book what has come' })
    await dialog.getByRole('spinbutton').first().fill('1')
    await dialog.getByRole('button', { name: 'Book', exact: true }).click()
    await page.getByText('Booked. The rest stays open.').waitFor()
    const orderId = new URL(page.url()).searchParams.get('order')
    const booked = (await get(`/purchase-orders/${orderId}`)) as PurchaseOrderDetail
    expect(booked).toMatchObject({ state: 'sent', receipts: [{ quantity: 1, isBooked: true }] })

    // One that nothing proposed: what is not known is said at its field, and nothing is lost.
    await page.getByRole('button', { name: 'New order' }).click()
    const asked = page.getByRole('dialog', { name: 'New order' })
    await asked.getByLabel('Supplier').fill('A supplier of a test')
    await asked.locator(`option[value='${booked.warehouse}']`).waitFor({ state: 'attached' })
    await asked.getByLabel('Warehouse').selectOption(booked.warehouse)
    await asked.locator('input[name^=product]').fill('NO-SUCH-PRODUCT')
    await asked.getByRole('spinbutton').fill('25')
    await asked.getByRole('button', { name: 'Add the order' }).click()
    await asked.getByText('there is no product NO-SUCH-PRODUCT').waitFor()
    await asked.locator('input[name^=product]').fill(booked.lines[0]?.product ?? '')
    await asked.getByRole('button', { name: 'Add the order' }).click()
    await page.waitForURL((url) => url.searchParams.get('order') !== orderId)
    const lines = [{ product: booked.lines[0]?.product, quantity: 25 }]
    expect(await get('/purchase-orders?limit=1')).toMatchObject({ items: [{ supplier: 'A supplier of a test', state: 'draft', lines }] })
    // The one that was refused, which browsers mention.
    expect(problems).toEqual([expect.stringContaining('422')])
    await context.close()
  })

  it('says everywhere that customs holds goods, explains the arrival that moved, and lets it go with the release', async () => {
    const api = await signedIn(platform.addresses)
    const { id, trackingNumber } = await lorryAtTheBorder(api)
    const shipment = async () => (await api.get(`/shipments/${id}`)) as Shipment
    const holds = async () => (await shipment()).alerts.filter(({ kind, closedAt }) => kind === 'customs-hold' && !closedAt)
    await api.post(`/shipments/${id}/customs/2/events`, { state: 'documents-required', documents: ['Certificate E2E'] })
    await until(async () => (await holds()).length === 1, 'an alert that customs holds the goods')

    const { page, context, problems } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
    await page.locator('[role=listbox] [role=option]').first().waitFor()
    await page.goto(`${platform.addresses.dashboard}/?view=attention&q=${trackingNumber}&shipment=${id}`)
    await page.locator('.customs-now').getByText('Documents required').waitFor()
    expect(await page.locator('.customs-papers').textContent()).toContain('Certificate E2E')
    const inQueue = page.locator('.queue-item').filter({ hasText: trackingNumber }).filter({ hasText: 'Held by customs' })
    await inQueue.waitFor()

    const { url } = (await api.post(`/shipments/${id}/tracking-links`, {})) as { url: string }
    const recipient = await openPage(browser, phone)
    const card = recipient.page.locator('.tracking-customs')
    await until(async () => {
      await recipient.page.goto(url)
      return (await card.textContent())?.match(
        /Customs asks for documents.*later than first expected.*The recipient takes it through customs/s,
      )
    }, 'the arrival that customs moved, explained')

    await api.put(`/shipments/${id}/customs/2`, { presentDocuments: ['Certificate E2E'] })
    await api.post(`/shipments/${id}/customs/2/events`, { state: 'released' })
    await until(async () => (await holds()).length === 0, 'no alert once the goods are released')
    await page.locator('.customs-now').getByText('Released').waitFor()
    await inQueue.waitFor({ state: 'hidden' })
    await recipient.page.goto(url)
    await card.getByText('Customs has released it').waitFor()
    expect([...problems, ...recipient.problems]).toEqual([])
    await context.close()
    await recipient.context.close()
  })

  it('takes a claim about a shipment to its decision, in a chain that is intact, and holds what was upheld against the partner', async () => {
    const { get } = await signedIn(platform.addresses)
    const { items } = (await get('/shipments?limit=1&state=in-transit')) as ShipmentPage
    const register = async () => ((await get('/partners')) as PartnerList).items
    await until(async () => (await register()).some(({ code }) => code === 'cityround'), 'the carrier in the register')
    const { page, context, problems } = await openPage(browser, worldwide)
    await signInAs(page, platform.addresses)
    await page.locator('[role=listbox] [role=option]').first().waitFor()
    await page.goto(`${platform.addresses.dashboard}/?shipment=${items[0]?.id}`)
    const number = await claimToItsEnd(page)
    await page.getByText('Intact: all 4 entries are what was written.').waitFor()
    await page.locator('.device-heading a').click()
    await page.locator('.detail').getByLabel('Aspect').selectOption('damage')
    await page
      .locator('.partner-evidence li')
      .filter({ hasText: `Claim ${number} was upheld` })
      .waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  it('answers a consumer’s question on a phone before he scrolls, and draws the map after', async () => {
    const [link] = platform.addresses.tracking
    const { page, context, problems, hosts } = await openPage(browser, phone)
    await page.goto(link as string)
    const answer = page.locator('.tracking-answer')
    await answer.waitFor()
    const box = await answer.boundingBox()
    expect((box?.y ?? 1e6) + (box?.height ?? 1e6)).toBeLessThanOrEqual(844)
    expect(await page.locator('.tracking-steps [aria-current]').count()).toBe(1)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await page.locator('#tracking-map').scrollIntoViewIfNeeded()
    await page.locator('#tracking-map .leaflet-pane').first().waitFor({ state: 'attached' })
    expect([...hosts]).toEqual([new URL(platform.addresses.dashboard).host])
    expect(problems).toEqual([])
    await context.close()
  })

  it('has nothing in any view that keeps somebody out: in light and dark, on a phone, at 200 %, and without anything that moves', async () => {
    const subjects = await findSubjects(platform.addresses)
    const findings = await walk({ browser, addresses: platform.addresses, subjects })
    process.stdout.write(`${reportOf(findings)}\n`)
    expect(wrongOf(findings)).toEqual([])

    // What is found where somebody minds nothing shows that it would have been found above.
    const { page, context } = await openPage(browser, worldwide)
    await page.goto(`${platform.addresses.dashboard}/sign-in`)
    await page.locator('.button').first().waitFor()
    expect((await movingIn(page)).length).toBeGreaterThan(0)
    await context.close()
    // Every view is laid out and judged several times, which takes a slow machine some minutes.
  }, 600_000)

  it('is readable without JavaScript, and tells a wrong link nothing', async () => {
    const { page, context } = await openPage(browser, { ...phone, javaScriptEnabled: false })
    await page.goto(platform.addresses.tracking[1] as string)
    expect(await page.locator('.tracking-answer').textContent()).toMatch(/\w/)
    const response = await page.goto(`${platform.addresses.dashboard}/track/${'A'.repeat(22)}`)
    expect(response?.status()).toBe(404)
    await context.close()
  })

  it('lets a supplier see what will be asked for and say when an order comes, which staff see', async () => {
    const { day, weeks, problems, foreign, order } = await supplierConfirms(browser, platform.addresses)
    expect(problems).toEqual([])
    expect(weeks).toBeGreaterThan(3)
    expect(foreign).toBe(403)
    expect(order.lines).toMatchObject([{ isPromised: false, confirmed: { day, counts: true }, why: [{ code: 'confirmed' }] }])
  })

  it('logs no error, leaves no process behind 10 s after Ctrl-C, and keeps its data for the next start', async () => {
    for (const [name, text] of Object.entries(await platform.logs())) {
      const errors = text.split('\n').filter((line) => /"level":[56]0/.test(line))
      expect(errors, name).toEqual([])
    }
    const { login } = platform.addresses
    const { get } = await signedIn(platform.addresses)
    const { items } = (await get('/shipments?limit=100')) as ShipmentPage
    await platform.stop()

    platform = await startPlatform({ data, args: ['--devices', '15'] })
    expect(platform.addresses.login).toEqual(login)
    const again = await signedIn(platform.addresses)
    const { items: kept } = (await again.get('/shipments?limit=100')) as ShipmentPage
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(items.map(({ id }) => id)))
  })
})
