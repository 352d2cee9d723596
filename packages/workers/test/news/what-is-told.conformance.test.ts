import { askForPush, stopPush } from '@lading/store/postgres/news/ask-push'
import { dueNews } from '@lading/store/postgres/news/due'
import { keepNews } from '@lading/store/postgres/news/keep'
import { stopNewsBySecret } from '@lading/store/postgres/news/stop'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { findTrackingLink } from '@lading/store/postgres/tracking-link/find'
import type { Note } from '@lading/workers/push/note'
import type { SendPush } from '@lading/workers/push/transport'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { dataKey, everything, hourMs, platformNow, publicUrl, startNews } from '../support/news-world.ts'

const started = await startNews()
const { database, mailbox, smtp, arrives, becomes, later, ask, lookForNews, sendBy, sendMails, news, optIn, world } = started
beforeEach(started.begin)
afterAll(started.stop)

test('From asking to ending: a mail to confirm, one for what is new since, and none after that.', async () => {
  expect(await ask()).toBe(true)
  await becomes('exception')
  expect((await news()).map(({ subject }) => subject)).toEqual([expect.stringContaining('Do you want news')])
  // Nothing more comes until it is confirmed, and nothing of what was before.
  expect(await news()).toEqual([])
  const { sealed } = (await database.sql`select sealed from news_subscription`)[0] as { sealed: string }
  const unconfirmed = (await database.sql`select * from news_subscription`)[0]
  expect([unconfirmed?.confirmed_at, sealed.includes('illemijn')]).toEqual([null, false])

  later(hourMs)
  await becomes('in-transit')
  const { mail, secret, token } = await optIn()
  expect(mail?.to).toMatchObject({ text: 'Willemijn@example.nl' })
  expect(await findTrackingLink(database.db, token, world.wallNow)).toBe(world.shipmentId)
  expect(await news()).toEqual([])

  await arrives(130)
  const [told, ...others] = await news()
  expect(others).toEqual([])
  expect(told?.subject).toMatch(/^It arrives later – LD/)
  expect(told?.text).toContain(`${publicUrl}/track/${token}`)
  expect(told?.headers.get('list')).toMatchObject({ unsubscribe: { url: `${publicUrl}/track/news/${secret}/stop` } })
  expect(told?.headerLines.map(({ line }) => line)).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(await news()).toEqual([])

  await becomes('delivered')
  expect((await news()).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Delivered/)])
  await becomes('in-transit')
  await stopNewsBySecret(database.db, secret)
  await becomes('delivered')
  expect(await news()).toEqual([])
  for (const table of ['news_subscription', 'news_message']) expect(await database.sql`select * from ${database.sql(table)}`).toEqual([])
})

test('What customs asks for is news, once each time.', async () => {
  await optIn()
  const stateAt = platformNow.toISOString()
  const [entry] = await database.sql`insert into customs_entry (shipment_id, leg_sequence, country, state, state_at, created_at, updated_at)
    values (${world.shipmentId}, 1, 'GB', 'documents-required', ${stateAt}, ${stateAt}, ${stateAt}) returning id`
  const [told, ...others] = await news()
  expect([told?.subject, others]).toEqual([expect.stringMatching(/^Customs asks for documents/), []])
  expect(await news()).toEqual([])
  await database.sql`update customs_entry set state = 'released' where id = ${entry?.id}`
  expect(await news()).toEqual([])
  await database.sql`update customs_entry set state = 'detained', state_at = ${new Date(platformNow.getTime() + hourMs).toISOString()} where id = ${entry?.id}`
  expect((await news()).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Customs keeps it for now/)])
})

test('That a ship arrives within a day is news, and said once though the time moves about.', async () => {
  await optIn({ wanted: { kinds: ['arriving'], windowHours: 6 } })
  for (const [hours, mails] of [
    [40, 0],
    [18, 1],
    [22, 0],
    [18, 0],
  ] as const) {
    await arrives(hours)
    expect(await news(), `arrives in ${hours} h`).toHaveLength(mails)
  }
})

test('Two looks at once tell it once.', async () => {
  await optIn()
  await arrives(130)
  const due = await dueNews(database.db, { now: world.wallNow, platformNow }, 10)
  expect(due).toHaveLength(1)
  const what = due[0] as (typeof due)[number]
  const tell = { told: what.known, news: { kinds: ['delayed' as const], known: what.known, laterByMs: 0 } }
  expect(await Promise.all([1, 2].map(() => keepNews(database.db, what, tell, world.wallNow)))).toEqual(
    expect.arrayContaining([true, false]),
  )
  await Promise.all([sendMails(), sendMails()])
  expect(mailbox.take()).toHaveLength(1)
})

test('A link of the page that is made for mails ends when the one does by which they were asked for.', async () => {
  const expiresAt = new Date(world.wallNow.getTime() + 10 * hourMs)
  const { token } = await optIn({ expiresAt })
  expect(await findTrackingLink(database.db, token, new Date(expiresAt.getTime() - 1))).toBe(world.shipmentId)
  expect(await findTrackingLink(database.db, token, expiresAt)).toBeUndefined()
  // The one of the sender is another, and stays.
  expect((await createTrackingLink(database.db, world.shipmentId, 1, { now: world.wallNow })).token).not.toBe(token)
})

test('A browser that asked is told what is new since, once; one that does not want it any more is told nothing else.', async () => {
  const endpoint = 'https://push.example/abc'
  const keys = { p256dh: 'p', auth: 'a' }
  const expiresAt = new Date(world.wallNow.getTime() + 60 * 24 * hourMs)
  const asked = {
    shipmentId: world.shipmentId,
    endpoint,
    keys,
    wanted: { kinds: everything, windowHours: 24 },
    language: 'de',
    locale: 'de-DE',
    expiresAt,
  }
  const askAgain = () => askForPush(database.db, asked, dataKey, { now: world.wallNow, platformNow })
  const notes: { endpoint: string; note: Note }[] = []
  let answer: Awaited<ReturnType<SendPush>> = 'sent'
  const push: SendPush = async (to, note) => {
    expect(to.keys).toEqual(keys)
    notes.push({ endpoint: to.endpoint, note })
    return answer
  }
  const tell = async () => {
    await lookForNews()
    await sendBy(smtp.send, { send: push })
    return notes.splice(0)
  }
  expect([await askAgain(), await askAgain(), await tell()]).toEqual([true, true, []])
  expect(JSON.stringify(await database.sql`select * from news_subscription`)).not.toContain('push.example')

  await arrives(130)
  const [told, ...others] = await tell()
  expect(others).toEqual([])
  expect(told).toMatchObject({ endpoint, note: { title: expect.stringMatching(/^Sie kommt später an – LD/), lang: 'de-DE', dir: 'ltr' } })
  const token = told?.note.url.split('/').at(-1) ?? ''
  expect(await findTrackingLink(database.db, token, world.wallNow)).toBe(world.shipmentId)
  expect(await tell()).toEqual([])

  answer = { code: '410', forGood: true, addressee: true }
  await arrives(160)
  expect(await tell()).toHaveLength(1)
  await arrives(190)
  expect(await tell()).toEqual([])
  await askAgain()
  await stopPush(database.db, world.shipmentId, endpoint, dataKey)
  expect(await database.sql`select * from news_subscription`).toEqual([])
})

test('What is not told yet, as the window is quiet, is found again when it no longer is; what never is told is not found again.', async () => {
  const { db } = database
  const dueAfter = (hours: number) => dueNews(db, { now: world.wallNow, platformNow: new Date(platformNow.getTime() + hours * hourMs) }, 10)
  await optIn({ wanted: { kinds: ['window'], windowHours: 6 } })
  await arrives(107)
  expect(await news()).toHaveLength(1)
  await arrives(140)
  expect([(await dueAfter(5)).length, (await dueAfter(6)).length]).toEqual([0, 1])
  await optIn({ address: 'somebody@example.nl', wanted: { kinds: ['customs'], windowHours: 6 } })
  await arrives(200)
  expect((await dueAfter(0)).length).toBe(1)
  expect(await news()).toEqual([])
  expect(await dueAfter(0)).toEqual([])
})
