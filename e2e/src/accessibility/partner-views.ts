import { dialog, type View } from './views.ts'

/** What somebody of a partner sees. */
export const partnerViews: View[] = [
  { name: 'a partner: where it stands', address: () => '/', ready: '.portal-page .partner-evidence li' },
  {
    name: 'a partner: telling of a document',
    address: () => '/',
    ...dialog,
    prepare: (page) => page.locator('.portal-tell').click(),
  },
  { name: 'a partner: its orders', address: () => '/?page=orders', ready: '.portal-confirm' },
  { name: 'a partner: what will be asked for', address: () => '/?page=demand', ready: '.portal-weeks' },
  { name: 'a partner: its shipments', address: () => '/?page=shipments', ready: '.portal-choice' },
  { name: 'a partner: its score', address: () => '/?page=score', ready: '.partner-evidence li' },
  {
    name: 'a partner: disputing what its score rests on',
    address: () => '/?page=score',
    ...dialog,
    prepare: (page) => page.locator('.portal-thing-end button').first().click(),
  },
]
