import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { NewsKind } from '@lading/shared/domain/news'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { askForNews } from '@lading/store/postgres/news/ask'
import { askForPush, stopPush } from '@lading/store/postgres/news/ask-push'
import { confirmNews } from '@lading/store/postgres/news/confirm'
import { dueNews } from '@lading/store/postgres/news/due'
import { forgetNews } from '@lading/store/postgres/news/forget'
import { keepNews } from '@lading/store/postgres/news/keep'
import { newsOfSecret } from '@lading/store/postgres/news/of-secret'
import { takeMessage } from '@lading/store/postgres/news/outbox'
import { stopNewsByAddress, stopNewsBySecret } from '@lading/store/postgres/news/stop'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { changeShipment } from '@lading/store/postgres/shipment/change'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { createTrackingLink } from '@lading/store/postgres/tracking-link/create'
import { findTrackingLink } from '@lading/store/postgres/tracking-link/find'
import { createMailJob, pausesMs } from '@lading/workers/jobs/mail'
import { createNewsJob } from '@lading/workers/jobs/news'
import { openMail, type SendMail } from '@lading/workers/mail/transport'
import type { Note, SendPush } from '@lading/workers/push/transport'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { antwerp, felixstowe, leg } from './a-journey.ts'
import { type Mailbox, startMailbox } from './support/mailbox.ts'

const dataKey = 'a key for tests'
const address = 'Willemijn@Example.nl'
const hourMs = 3_600_000
const publicUrl = 'https://track.example'
// Platform time runs ahead of wall time here, so that one cannot stand in for the other.
const platformNow = new Date(Date.UTC(2031, 5, 1))
let wallNow: Date

const closers: (() => Promise<unknown>)[] = []
let database: Database
let mailbox: Mailbox
let smtp: ReturnType<typeof openMail>
let shipmentId: string
let settled: string[]

beforeAll(async () => {
  const directory = await temporaryDirectory()
  closers.push(directory.remove)
  const postgres = await startPostgres({ directory: directory.path })
  closers.push(postgres.stop)
  await migrateDatabase(postgres.url)
  database = openDatabase(postgres.url, { connections: 4 })
  closers.push(database.close)
  mailbox = await startMailbox()
  closers.push(mailbox.stop)
  smtp = openMail(mailbox.url)
  closers.push(smtp.close)
  for (const place of [antwerp, felixstowe])
    await putLocation(database.db, { ...place, kind: 'port', name: place.code, country: 'BE', zone: 'Europe/Brussels' })
})
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})
beforeEach(async () => {
  wallNow = new Date(Date.UTC(2026, 5, 1))
  settled = []
  await database.sql`truncate shipment, news_request cascade`
  shipmentId = await aShipment()
})
afterEach(() => mailbox.refuse(undefined))

const aShipment = async () => {
  const { plannedDeparture, plannedArrival } = leg(1, 'sea', antwerp, felixstowe, [2, 12])
  const only = { mode: 'sea', carrier: 'Example Lines', origin: antwerp.code, destination: felixstowe.code } as const
  const times = { plannedDeparture: plannedDeparture.toISOString(), plannedArrival: plannedArrival.toISOString() }
  const id = await createShipment(
    database.db,
    { incoterm: 'FOB', incotermPlace: 'Antwerp', parties: [], items: [], legs: [{ ...only, ...times }] },
    platformNow,
  )
  await arrives(100, id)
  await database.sql`update shipment set state = 'in-transit' where id = ${id}`
  return id
}
const arrives = (inHours: number, id = shipmentId) => {
  const at = (hours: number) => new Date(platformNow.getTime() + hours * hourMs).toISOString()
  return database.sql`update shipment set eta_p10 = ${at(inHours)}, eta_p50 = ${at(inHours + 2)}, eta_p90 = ${at(inHours + 4)},
    eta_computed_at = ${platformNow.toISOString()} where id = ${id}`
}
const becomes = (state: string, id = shipmentId) => database.sql`update shipment set state = ${state}::shipment_state where id = ${id}`

const everything: NewsKind[] = ['delivered', 'arriving', 'customs', 'delayed', 'window']
const later = (ms: number) => {
  wallNow = new Date(wallNow.getTime() + ms)
}
const ask = (change: Partial<Parameters<typeof askForNews>[1]> = {}) =>
  askForNews(
    database.db,
    {
      ...{ shipmentId, address, wanted: { kinds: everything, windowHours: 6 }, language: 'en', locale: 'en-GB' },
      ...{ expiresAt: new Date(wallNow.getTime() + 60 * 24 * hourMs), ...change },
    },
    dataKey,
    wallNow,
  )
const clock = { now: () => platformNow }
const wallClock = { now: () => wallNow }
const lookForNews = () => createNewsJob({ db: database.db, clock, wallClock, queue: { request: async () => {} } })()
const sendBy = (send: SendMail, push?: { send: SendPush }) =>
  createMailJob({
    ...{ db: database.db, dataKey, publicUrl, mail: { from: 'Lading <tracking@lading.example>', send }, push, clock, wallClock },
    stopping: new AbortController().signal,
    onSettled: (outcome, { code }) => settled.push(code ? `${outcome} ${code}` : outcome),
  })()
const sendMails = () => sendBy(smtp.send)
/** What an address gets of what is news now. */
const news = async () => {
  await lookForNews()
  await sendMails()
  return mailbox.take()
}
const secretIn = (text = '') => /track\/news\/([\w-]{22})/.exec(text)?.[1] ?? ''
const confirm = (secret: string) => confirmNews(database.db, secret, dataKey, { now: wallNow, platformNow })
const optIn = async (change: Parameters<typeof ask>[0] = {}) => {
  await ask(change)
  await sendMails()
  const [mail] = mailbox.take()
  const secret = secretIn(mail?.text)
  const token = await confirm(secret)
  return { mail, secret, token: token ?? '' }
}

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
  expect(await findTrackingLink(database.db, token, wallNow)).toBe(shipmentId)
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
    values (${shipmentId}, 1, 'GB', 'documents-required', ${stateAt}, ${stateAt}, ${stateAt}) returning id`
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
  expect(await newsOfSecret(database.db, secret, wallNow)).toMatchObject({ confirmed: false })
  later(1)
  expect([await newsOfSecret(database.db, secret, wallNow), await confirm(secret)]).toEqual([undefined, undefined])
  later(1)
  expect(await forgetNews(database.db, { now: wallNow, finishedBefore: new Date(0) })).toBe(1)
  expect(await database.sql`select * from news_request`).toEqual([])
})

test('An address goes with the link, with the journey that has been over for long, and with the person.', async () => {
  const subscriptions = async () => (await database.sql`select count(*)::integer as count from news_subscription`)[0]?.count
  const forget = (finishedBefore = new Date(0)) => forgetNews(database.db, { now: wallNow, finishedBefore })

  await optIn({ expiresAt: new Date(wallNow.getTime() + 48 * hourMs) })
  later(48 * hourMs + 1)
  expect([await forget(), await subscriptions()]).toEqual([1, 0])

  await optIn()
  await becomes('delivered')
  expect([await forget(platformNow), await forget(new Date(platformNow.getTime() + 1))]).toEqual([0, 1])

  await becomes('in-transit')
  const contact = { email: address, postcode: '3511 AB' }
  await changeShipment(database.db, shipmentId, { contact }, platformNow, dataKey)
  later(2 * hourMs)
  await optIn()
  await changeShipment(database.db, shipmentId, { contact }, platformNow, dataKey)
  expect(await subscriptions()).toBe(1)
  await changeShipment(database.db, shipmentId, { contact: { email: 'somebody.else@example.nl' } }, platformNow, dataKey)
  expect(await subscriptions()).toBe(0)
  later(2 * hourMs)
  await optIn()
  await changeShipment(database.db, shipmentId, { contact: null }, platformNow, dataKey)
  expect(await subscriptions()).toBe(0)
})

test('Ending it by the address answers alike whether it is known, and ends it for this shipment only.', async () => {
  const other = await aShipment()
  await optIn()
  await optIn({ shipmentId: other })
  await stopNewsByAddress(database.db, shipmentId, 'nobody@example.nl', dataKey)
  await stopNewsByAddress(database.db, shipmentId, 'WILLEMIJN@example.nl', dataKey)
  expect((await database.sql`select shipment_id from news_subscription`).map(({ shipment_id }) => shipment_id)).toEqual([other])
})

test('Two looks at once tell it once.', async () => {
  await optIn()
  await arrives(130)
  const due = await dueNews(database.db, { now: wallNow, platformNow }, 10)
  expect(due).toHaveLength(1)
  const what = due[0] as (typeof due)[number]
  const tell = { told: what.known, news: { kinds: ['delayed' as const], known: what.known, laterByMs: 0 } }
  expect(await Promise.all([1, 2].map(() => keepNews(database.db, what, tell, wallNow)))).toEqual(expect.arrayContaining([true, false]))
  await Promise.all([sendMails(), sendMails()])
  expect(mailbox.take()).toHaveLength(1)
})

test('A mail that a process took before it died goes out again after five minutes, under the same id.', async () => {
  await ask()
  expect(await takeMessage(database.db, dataKey, wallNow)).toMatchObject({ attempts: 1 })
  await sendMails()
  expect(mailbox.take()).toEqual([])
  later(5 * 60_000)
  await sendMails()
  const [{ id }] = (await database.sql`select id from news_message`) as unknown as [{ id: string }]
  expect(mailbox.take().map(({ messageId }) => messageId)).toEqual([`<${id}@track.example>`])
})

test('What a server puts off is tried again, later each time, and given up at last.', async () => {
  mailbox.refuse(() => ({ code: 451, message: '4.7.1 Greylisted, try again later' }))
  await ask()
  await sendMails()
  await sendMails()
  expect(settled).toEqual(['postponed 451 4.7.1'])
  mailbox.refuse(undefined)
  later((pausesMs[0] ?? 0) - 1)
  await sendMails()
  later(1)
  await sendMails()
  expect([settled, mailbox.take().length]).toEqual([['postponed 451 4.7.1', 'sent'], 1])

  settled = []
  const away = async () => ({ code: 'ECONNREFUSED', forGood: false, addressee: false })
  await ask({ shipmentId: await aShipment() })
  for (const pauseMs of [...pausesMs, 0]) {
    await sendBy(away)
    later(pauseMs)
  }
  expect(settled).toEqual([...pausesMs.map(() => 'postponed ECONNREFUSED'), 'given-up ECONNREFUSED'])
})

test('To an address that does not exist nothing goes any more; what the server said of it is not kept.', async () => {
  const { secret } = await optIn()
  mailbox.refuse((to) => ({ code: 550, message: `5.1.1 <${to}>: no such user here` }))
  await arrives(130)
  await news()
  expect(settled).toEqual(['sent', 'given-up 550 5.1.1'])
  expect(JSON.stringify(await database.sql`select * from news_message`)).not.toMatch(/illemijn|no such user/)
  mailbox.refuse(undefined)
  await arrives(160)
  expect(await news()).toEqual([])
  // Whoever asks again, and can be written to again, hears again.
  later(2 * hourMs)
  await optIn()
  expect(await newsOfSecret(database.db, secret, wallNow)).toMatchObject({ confirmed: true })
  await arrives(190)
  expect(await news()).toHaveLength(1)
})

test('A server that is not there is waited for; one mail that cannot be read holds up no other.', async () => {
  const nobody = openMail('smtp://127.0.0.1:1')
  await ask()
  await sendBy(nobody.send)
  await nobody.close()
  expect(settled).toEqual(['postponed ESOCKET'])
  await database.sql`update news_subscription set sealed = 'something else'`
  await ask({ shipmentId: await aShipment() })
  later(pausesMs[0] ?? 0)
  await sendMails()
  expect([settled.slice(1).toSorted(), mailbox.take().length]).toEqual([['given-up unreadable', 'sent'], 1])
})

test('Without a server mails are written into a directory, for their owner to read.', async () => {
  const directory = await temporaryDirectory()
  const files = openMail(pathToFileURL(join(directory.path, 'mails')).href)
  await ask()
  await sendBy(files.send)
  const [file, ...others] = await readdir(join(directory.path, 'mails'))
  expect([file, others]).toEqual([expect.stringMatching(/^2\d{3}-.*\.eml$/), []])
  const text = await readFile(join(directory.path, 'mails', file ?? ''), 'utf8')
  expect(text).toMatch(/^To: Willemijn@example\.nl$/m)
  expect(text).toContain('Do you want news of this shipment?')
  await directory.remove()
})

test('A link of the page that is made for mails ends when the one does by which they were asked for.', async () => {
  const expiresAt = new Date(wallNow.getTime() + 10 * hourMs)
  const { token } = await optIn({ expiresAt })
  expect(await findTrackingLink(database.db, token, new Date(expiresAt.getTime() - 1))).toBe(shipmentId)
  expect(await findTrackingLink(database.db, token, expiresAt)).toBeUndefined()
  // The one of the sender is another, and stays.
  expect((await createTrackingLink(database.db, shipmentId, 1, { now: wallNow })).token).not.toBe(token)
})

test('A browser that asked is told what is new since, once; one that does not want it any more is told nothing else.', async () => {
  const endpoint = 'https://push.example/abc'
  const keys = { p256dh: 'p', auth: 'a' }
  const expiresAt = new Date(wallNow.getTime() + 60 * 24 * hourMs)
  const asked = { shipmentId, endpoint, keys, wanted: { kinds: everything, windowHours: 24 }, language: 'de', locale: 'de-DE', expiresAt }
  const askAgain = () => askForPush(database.db, asked, dataKey, { now: wallNow, platformNow })
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
  expect(await findTrackingLink(database.db, token, wallNow)).toBe(shipmentId)
  expect(await tell()).toEqual([])

  answer = { code: '410', forGood: true, addressee: true }
  await arrives(160)
  expect(await tell()).toHaveLength(1)
  await arrives(190)
  expect(await tell()).toEqual([])
  await askAgain()
  await stopPush(database.db, shipmentId, endpoint, dataKey)
  expect(await database.sql`select * from news_subscription`).toEqual([])
})

test('What is not told yet, as the window is quiet, is found again when it no longer is; what never is told is not found again.', async () => {
  const { db } = database
  const dueAfter = (hours: number) => dueNews(db, { now: wallNow, platformNow: new Date(platformNow.getTime() + hours * hourMs) }, 10)
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
