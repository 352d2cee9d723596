import { forgetNews } from '@lading/store/postgres/news/forget'
import { newsOfSecret } from '@lading/store/postgres/news/of-secret'
import { stopNewsByAddress } from '@lading/store/postgres/news/stop'
import { changeShipment } from '@lading/store/postgres/shipment/change'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { address, dataKey, hourMs, platformNow, secretIn, startNews } from '../support/news-world.ts'

const started = await startNews()
const { database, mailbox, aShipment, arrives, becomes, later, ask, sendMails, news, confirm, optIn, world } = started
beforeEach(started.begin)
afterAll(started.stop)

test('An address is asked to confirm once an hour, and by all shipments together five times a day.', async () => {
  const mails = async () => {
    await sendMails()
    return mailbox.take().length
  }
  expect([await ask(), await ask(), await mails()]).toEqual([true, false, 1])
  later(59 * 60_000)
  expect([await ask({ address: ' willemijn@example.NL' }), await mails()]).toEqual([false, 0])
  later(60_000)
  expect([await ask(), await mails()]).toEqual([true, 1])
  for (let other = 0; other < 5; other++) await ask({ shipmentId: await aShipment() })
  expect(await mails()).toBe(3)
  later(24 * hourMs)
  expect([await ask({ shipmentId: await aShipment() }), await mails()]).toEqual([true, 1])
})

test('For one shipment no more than twenty addresses are kept.', async () => {
  for (let each = 0; each < 22; each++) await ask({ address: `somebody-${each}@example.nl` })
  await sendMails()
  expect(mailbox.take()).toHaveLength(20)
})

test('Asking again changes nothing until it is confirmed from the mailbox.', async () => {
  const { secret } = await optIn()
  later(2 * hourMs)
  await ask({ wanted: { kinds: ['delivered'], windowHours: 6 }, language: 'de', locale: 'de-DE' })
  await arrives(130)
  const mails = await news()
  expect(mails.map(({ subject }) => subject?.split(' – ')[0]).toSorted()).toEqual([
    'It arrives later',
    'Möchten Sie Neuigkeiten zu dieser Sendung?',
  ])
  expect(secretIn(mails.find(({ subject }) => subject?.startsWith('M'))?.text)).toBe(secret)
  await confirm(secret)
  await arrives(160)
  expect(await news()).toEqual([])
  await becomes('delivered')
  expect((await news()).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Zugestellt/)])
})

test('Whoever does not confirm within a day is forgotten, and cannot confirm later.', async () => {
  await ask()
  await sendMails()
  const secret = secretIn(mailbox.take()[0]?.text)
  later(24 * hourMs - 1)
  expect(await newsOfSecret(database.db, secret, world.wallNow)).toMatchObject({ confirmed: false })
  later(1)
  expect([await newsOfSecret(database.db, secret, world.wallNow), await confirm(secret)]).toEqual([undefined, undefined])
  later(1)
  expect(await forgetNews(database.db, { now: world.wallNow, finished: new Date(0) })).toBe(1)
  expect(await database.sql`select * from news_request`).toEqual([])
})

test('An address goes with the link, with the journey that has been over for long, and with the person.', async () => {
  const subscriptions = async () => (await database.sql`select count(*)::integer as count from news_subscription`)[0]?.count
  const forget = (finished = new Date(0)) => forgetNews(database.db, { now: world.wallNow, finished })

  await optIn({ expiresAt: new Date(world.wallNow.getTime() + 48 * hourMs) })
  later(48 * hourMs + 1)
  expect([await forget(), await subscriptions()]).toEqual([1, 0])

  await optIn()
  await becomes('delivered')
  expect([await forget(platformNow), await forget(new Date(platformNow.getTime() + 1))]).toEqual([0, 1])

  await becomes('in-transit')
  const contact = { email: address, postcode: '3511 AB' }
  await changeShipment(database.db, world.shipmentId, { contact }, platformNow, dataKey)
  later(2 * hourMs)
  await optIn()
  await changeShipment(database.db, world.shipmentId, { contact }, platformNow, dataKey)
  expect(await subscriptions()).toBe(1)
  await changeShipment(database.db, world.shipmentId, { contact: { email: 'somebody.else@example.nl' } }, platformNow, dataKey)
  expect(await subscriptions()).toBe(0)
  later(2 * hourMs)
  await optIn()
  await changeShipment(database.db, world.shipmentId, { contact: null }, platformNow, dataKey)
  expect(await subscriptions()).toBe(0)
})

test('Ending it by the address answers alike whether it is known, and ends it for this shipment only.', async () => {
  const other = await aShipment()
  await optIn()
  await optIn({ shipmentId: other })
  await stopNewsByAddress(database.db, world.shipmentId, 'nobody@example.nl', dataKey)
  await stopNewsByAddress(database.db, world.shipmentId, 'WILLEMIJN@example.nl', dataKey)
  expect((await database.sql`select shipment_id from news_subscription`).map(({ shipment_id }) => shipment_id)).toEqual([other])
})
