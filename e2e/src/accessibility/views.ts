import type { Page } from 'playwright-core'
import { partnerWhoLooks } from './partner-who-looks.ts'
import type { Subjects } from './subjects.ts'

export type View = {
  name: string
  /** Part of an address after the dashboard's, or a whole one. */
  address: (subjects: Subjects) => string
  /** What has to be there before it is looked at. */
  ready: string
  /** What somebody does there first. */
  prepare?: (page: Page) => Promise<unknown>
  /** What is looked at where the rest is that of another view. */
  within?: string
  /** What the bar at the bottom is asked for on a phone, where one pane is shown at a time. */
  pane?: 'Map' | 'Detail'
}

const row = '[role=listbox] [role=option]'
export const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click()
const key = (keys: string) => (page: Page) => page.keyboard.press(keys)
/** Beside a list that is looked at by itself. */
const drawer = { within: '.detail' }
const openLayers = (page: Page) => page.locator('.layers > summary').click()
/** What is open there already is closed by going on to the other. */
const openAreas = (kind: string) => async (page: Page) => {
  await openLayers(page)
  await page
    .locator('.layers-open')
    .nth(kind === 'geofences' ? 0 : 1)
    .click()
}
export const dialog = { ready: 'dialog[open] h2', within: 'dialog[open]' }
const asked = (letter: string, title: string): View => ({
  name: `an alert: ${title}`,
  address: () => '/?view=attention',
  ...dialog,
  prepare: async (page) => {
    await page.locator('.queue-item').first().waitFor()
    await page.locator('.listbox').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press(letter)
  },
})

/** Before anybody has signed in, and what is open to everybody. */
export const publicViews: View[] = [
  { name: 'signing in', address: () => '/sign-in', ready: 'input[type=password]' },
  {
    name: 'signing in, refused',
    address: () => '/sign-in',
    ready: '.sign-in-error:not(:empty)',
    prepare: async (page) => {
      await page.locator('input[type=email]').fill('nobody@example.com')
      await page.locator('input[type=password]').fill('not-the-password')
      await page.keyboard.press('Enter')
    },
  },
  { name: 'tracking with a link', address: ({ tracking }) => tracking, ready: '.tracking-answer' },
  { name: 'tracking with a link that is unknown or expired', address: () => `/track/${'A'.repeat(22)}`, ready: 'h1' },
  { name: 'news of a shipment with a link that is unknown', address: () => `/track/news/${'A'.repeat(22)}`, ready: 'h1' },
  { name: 'a look-up in the site of a merchant', address: () => '/embed/a-shop/look-up', ready: 'form' },
  { name: 'tracking with a link, handed over', address: ({ delivered }) => `/track/${delivered}`, ready: '.tracking-proof' },
  { name: 'tracking with a link, duties due', address: ({ delivered }) => `/track/${delivered}`, ready: '#duties', within: '#duties' },
  {
    name: 'the checkout of the sandbox',
    address: ({ delivered }) => `/track/${delivered}`,
    ready: 'button[value=pay]',
    prepare: (page) => page.locator('#duties button').click(),
  },
  {
    name: 'a shipment in the site of a merchant',
    address: ({ delivered }) => `/embed/a-shop/shipment/${delivered}`,
    ready: 'main, body > *',
  },
  { name: 'tracking by number', address: () => '/track', ready: 'h1' },
  { name: 'tracking by number, found', address: ({ alarming }) => `/track?number=${alarming.trackingNumber}`, ready: 'h1' },
  { name: 'tracking by number, unknown', address: () => '/track?number=NOT-A-NUMBER', ready: 'h1' },
  {
    name: 'tracking by number, with what does not match it',
    address: ({ alarming }) => `/track?number=${alarming.trackingNumber}`,
    ready: '[role=alert], .tracking-note, h1',
    prepare: async (page) => {
      await page.locator('input[name=factor]').fill('9999 ZZ')
      await page.keyboard.press('Enter')
      await page.waitForLoadState()
    },
  },
]

/** What staff see, in the order of the screens. */
export const staffViews: View[] = [
  { name: 'shipments and the map', address: () => '/', ready: row },
  { name: 'the map', address: () => '/', ready: '.leaflet-container', within: '.map-pane', pane: 'Map' },
  { name: 'shipments, none of them', address: () => '/?q=nothing-is-called-this', ready: '.left-pane .note', within: '.left-pane' },
  {
    name: 'filters',
    address: () => '/',
    ready: '.choice[open] .choice-menu',
    within: '.filters',
    prepare: async (page) => {
      await page.locator('.filter-row .choice > summary').last().click()
    },
  },
  { name: 'saved views', address: () => '/', ready: '#views[open] .menu', within: '#views', prepare: key('v') },
  { name: 'a shipment', address: ({ alarming }) => `/?shipment=${alarming.id}`, ready: '.detail-actions', ...drawer, pane: 'Detail' },
  {
    name: 'a shipment at customs',
    address: ({ declared }) => `/?shipment=${declared}`,
    ready: '.customs-entry',
    within: '.customs-entry',
    pane: 'Detail',
  },
  {
    name: 'that it was handed over',
    address: ({ moving }) => `/?shipment=${moving}`,
    ...dialog,
    prepare: (page) => page.locator('.proof-button').click(),
  },
  { name: 'a replay', address: ({ moving }) => `/?replay=${moving}`, ready: '.replay-slider', pane: 'Map' },
  {
    name: 'what happened to a declaration',
    address: ({ declared }) => `/?shipment=${declared}`,
    ...dialog,
    prepare: (page) => page.locator('.customs-actions .button').first().click(),
  },
  {
    name: 'what is known of a declaration',
    address: ({ declared }) => `/?shipment=${declared}`,
    ...dialog,
    prepare: (page) => page.locator('.customs-actions .button').last().click(),
  },
  { name: 'the queue', address: () => '/?view=attention', ready: row },
  {
    name: 'the queue, several chosen',
    address: () => '/?view=attention',
    ready: '[role=option][aria-selected=true]',
    within: '.left-pane',
    prepare: async (page) => {
      await page.locator(row).first().waitFor()
      await page.keyboard.press('X')
    },
  },
  asked('p', 'assigning'),
  asked('s', 'snoozing'),
  asked('r', 'resolving'),
  asked('c', 'commenting'),
  { name: 'what recipients see of merchants', address: () => '/', ...dialog, prepare: press('How merchants look to recipients') },
  {
    name: 'forgetting a merchant',
    address: () => '/',
    ready: '.merchant-forget .button-danger',
    within: 'dialog[open]',
    prepare: async (page) => {
      await press('How merchants look to recipients')(page)
      await page.locator('.merchant-forget .button').click()
    },
  },
  { name: 'keyboard shortcuts', address: () => '/', ...dialog, prepare: key('?') },
  { name: 'layers of the map', address: () => '/', ready: '.layers[open]', within: '.layers', prepare: openLayers, pane: 'Map' },
  ...['geofences', 'hazards'].flatMap((kind): View[] => [
    { name: kind, address: () => '/', ready: '.areas-panel', within: '.areas-panel', prepare: openAreas(kind), pane: 'Map' },
    {
      name: `drawing one of the ${kind}`,
      address: () => '/',
      ready: '.areas-form',
      within: '.areas-panel',
      prepare: async (page) => {
        await openAreas(kind)(page)
        await page.locator('.areas-foot .button-primary').click()
      },
      pane: 'Map',
    },
  ]),
  { name: 'devices', address: () => '/devices', ready: '.device-row' },
  { name: 'a device', address: ({ device }) => `/devices?device=${device}`, ready: '.detail .facts', ...drawer },
  { name: 'registering a device', address: () => '/devices', ...dialog, prepare: press('Register a device') },
  { name: 'gateways', address: () => '/devices?view=gateways', ready: '.devices-main .note, .devices-main li' },
  { name: 'bridges', address: () => '/devices?view=bridges', ready: '.devices-main .note, .devices-main li' },
  {
    name: 'adding a bridge',
    address: () => '/devices?view=bridges',
    ...dialog,
    prepare: (page) => page.locator('.devices-main .button-primary').first().click(),
  },
  { name: 'keys of programs', address: () => '/devices?view=keys', ready: '.devices-main .note, .devices-main li' },
  {
    name: 'making a key',
    address: () => '/devices?view=keys',
    ...dialog,
    prepare: (page) => page.locator('.devices-main .button-primary').first().click(),
  },
  { name: 'the network', address: () => '/network', ready: '.network-form' },
  {
    name: 'ways through the network',
    address: () => '/network?from=FACTORY-CN-SUZHOU&to=WH-DE-HANOVER&kg=500&wish=balanced',
    ready: '.route-card',
    prepare: (page) => page.locator('.route-card summary').first().click(),
  },
  { name: 'a new service of the network', address: () => '/network', ...dialog, prepare: press('New service') },
  { name: 'customs', address: () => '/customs', ready: '.declaration' },
  { name: 'customs, none of them', address: () => '/customs?q=nothing-is-called-this', ready: '.note', within: 'main' },
  { name: 'when customs works', address: () => '/customs', ...dialog, prepare: press('Office hours') },
  { name: 'importing what customs did', address: () => '/customs', ...dialog, prepare: press('Import') },
  { name: 'landed cost', address: () => '/duties', ready: '.duties-form' },
  {
    name: 'a landed cost that was worked out',
    address: () => '/duties',
    ready: '.duties-costs',
    prepare: press('Work out'),
  },
  { name: 'rules of trade', address: () => '/duties?view=rules', ready: '.rules-table' },
  {
    name: 'a rule of trade and its versions',
    address: () => '/duties?view=rules',
    ...dialog,
    prepare: (page) => page.locator('.rules-table .link').first().click(),
  },
  { name: 'a new rule of trade', address: () => '/duties?view=rules', ...dialog, prepare: press('New rule') },
  { name: 'stock', address: () => '/stock', ready: '.stock-row' },
  { name: 'a product', address: ({ item }) => `/stock?item=${item}`, ready: '.detail .facts', ...drawer },
  { name: 'purchase orders', address: () => '/stock?view=orders', ready: '.supply-row' },
  { name: 'a purchase order', address: ({ order }) => `/stock?view=orders&order=${order}`, ready: '.order-lines', ...drawer },
  {
    name: 'booking a receipt, or changing a draft',
    address: ({ order }) => `/stock?view=orders&order=${order}`,
    ...dialog,
    prepare: (page) => page.getByRole('button', { name: /^Book a receipt$|^Change quantities$/ }).click(),
  },
  { name: 'ordering', address: () => '/stock?view=orders', ...dialog, prepare: press('New order') },
  { name: 'transfers', address: () => '/stock?view=transfers', ready: '.supply-row' },
  { name: 'a transfer', address: ({ transfer }) => `/stock?view=transfers&transfer=${transfer}`, ready: '.detail .facts', ...drawer },
  {
    name: 'a transfer that leaves',
    address: ({ transfer }) => `/stock?view=transfers&transfer=${transfer}`,
    ...dialog,
    prepare: press('It has left'),
  },
  { name: 'planning a transfer', address: () => '/stock?view=transfers', ...dialog, prepare: press('New transfer') },
  {
    name: 'risk of a shipment',
    address: ({ moving }) => `/?shipment=${moving}`,
    ready: '.risk-kinds',
    within: '.risk-section',
    pane: 'Detail',
  },
  {
    name: 'what a party says of a shipment',
    address: ({ moving }) => `/?shipment=${moving}`,
    ...dialog,
    prepare: (page) => page.locator('.risk-tell').click(),
  },
  ...['shipments', 'lane', 'party'].map((by) => ({
    name: `risk by ${by}`,
    address: () => `/risk?by=${by}`,
    ready: '.risk-table tbody tr',
  })),
  {
    name: 'a drill of a shipment',
    address: ({ moving }) => `/?shipment=${moving}`,
    ...dialog,
    prepare: (page) => page.locator('.risk-drill').click(),
  },
  { name: 'rules of early warning and playbooks', address: () => '/risk?by=warnings', ready: '.warning-rules li' },
  ...['rule', 'playbook'].map((what) => ({
    name: `a new ${what} of early warning`,
    address: () => '/risk?by=warnings',
    ...dialog,
    prepare: (page: Page) => page.locator(`.warnings-new-${what}`).click(),
  })),
  { name: 'what happens in countries', address: () => '/risk?by=events', ready: '.risk-event-list li' },
  {
    name: 'an event of a country',
    address: () => '/risk?by=events',
    ...dialog,
    prepare: (page) => page.locator('.risk-tell-event').click(),
  },
  { name: 'currencies', address: () => '/currencies', ready: '.exposure-order' },
  {
    name: 'importing exchange rates',
    address: () => '/currencies',
    ...dialog,
    prepare: async (page) => {
      await page.locator('#currencies .devices-bar .button').click()
    },
  },
  { name: 'partners', address: () => '/partners', ready: '.partner-row' },
  { name: 'a partner', address: () => '/partners?partner=roadstar', ready: '.partner-aspects li', ...drawer },
  {
    name: 'documents that a partner told of',
    address: () => `/partners?partner=${partnerWhoLooks}`,
    ready: '.partner-submissions',
    within: '.detail',
  },
  { name: 'adding a partner', address: () => '/partners', ...dialog, prepare: press('Add a partner') },
  {
    name: 'importing a list of sanctions',
    address: () => '/partners',
    ...dialog,
    prepare: async (page) => {
      await press('Import')(page)
      await page.getByLabel('A list of sanctions').check()
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('ref,name,country\n1,Example Trading,DE\n') })
      await page.locator('.import-rows').waitFor()
      await page.locator('.lists-held li').waitFor()
    },
  },
  {
    name: 'recording something of a partner',
    address: () => '/partners?partner=roadstar',
    ...dialog,
    prepare: press('Record evidence'),
  },
  { name: 'claims', address: () => '/partners?view=claims', ready: '.claim-row' },
  {
    name: 'a claim and its chain',
    address: () => '/partners?view=claims',
    ready: '.claim-chain li',
    ...{ within: '.detail', prepare: (page) => page.locator('.claim-row a').first().click() },
  },
  {
    name: 'a move of a claim',
    address: () => '/partners?view=claims',
    ...dialog,
    prepare: async (page) => {
      await page.locator('.claim-row a').first().click()
      await page.locator('.claim-moves button').first().click()
    },
  },
  {
    name: 'opening a claim',
    address: ({ moving }) => `/?shipment=${moving}`,
    ...dialog,
    prepare: (page) => page.locator('.claims-open').click(),
  },
  {
    name: 'disputing a piece of evidence',
    address: () => '/partners?partner=roadstar',
    ...dialog,
    prepare: (page) => page.locator('.partner-dispute button').first().click(),
  },
  { name: 'the wallboard', address: () => '/?wallboard', ready: '.wall-side' },
  ...['arrival', 'clearance', 'demand'].map((kind) => ({
    name: `accuracy of ${kind}`,
    address: () => `/accuracy?kind=${kind}`,
    ready: '.accuracy-headline, .accuracy .note:not(.note-failure)',
  })),
]
