import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { NewsKind } from '@lading/shared/domain/news'
import { putLocation } from '@lading/store/postgres/location/put'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { askForNews } from '@lading/store/postgres/news/ask'
import { confirmNews } from '@lading/store/postgres/news/confirm'
import { openDatabase } from '@lading/store/postgres/open'
import { createShipment } from '@lading/store/postgres/shipment/create'
import { createMailJob } from '@lading/workers/jobs/mail'
import { createNewsJob } from '@lading/workers/jobs/news'
import { openMail, type SendMail } from '@lading/workers/mail/transport'
import type { SendPush } from '@lading/workers/push/transport'
import { antwerp, felixstowe, leg } from '../a-journey.ts'
import { startMailbox } from './mailbox.ts'

export const dataKey = 'a key for tests'
export const address = 'Willemijn@Example.nl'
export const hourMs = 3_600_000
export const publicUrl = 'https://track.example'
// Platform time runs ahead of wall time here, so that one cannot stand in for the other.
export const platformNow = new Date(Date.UTC(2031, 5, 1))
export const everything: NewsKind[] = ['delivered', 'arriving', 'customs', 'delayed', 'window']
export const secretIn = (text = '') => /track\/news\/([\w-]{22})/.exec(text)?.[1] ?? ''

/** A database, a server for mail, a shipment under way, and whoever wants news of it. */
export const startNews = async () => {
  const closers: (() => Promise<unknown>)[] = []
  const directory = await temporaryDirectory()
  closers.push(directory.remove)
  const postgres = await startPostgres({ directory: directory.path })
  closers.push(postgres.stop)
  await migrateDatabase(postgres.url)
  const database = openDatabase(postgres.url, { connections: 4 })
  closers.push(database.close)
  const mailbox = await startMailbox()
  closers.push(mailbox.stop)
  const smtp = openMail(mailbox.url)
  closers.push(smtp.close)
  for (const place of [antwerp, felixstowe])
    await putLocation(database.db, { ...place, kind: 'port', name: place.code, country: 'BE', zone: 'Europe/Brussels' })

  /** What changes from test to test. */
  const world = { wallNow: new Date(0), shipmentId: '', settled: [] as string[] }
  const clock = { now: () => platformNow }
  const wallClock = { now: () => world.wallNow }

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
  const arrives = (inHours: number, id = world.shipmentId) => {
    const at = (hours: number) => new Date(platformNow.getTime() + hours * hourMs).toISOString()
    return database.sql`update shipment set eta_p10 = ${at(inHours)}, eta_p50 = ${at(inHours + 2)}, eta_p90 = ${at(inHours + 4)},
      eta_computed_at = ${platformNow.toISOString()} where id = ${id}`
  }
  const becomes = (state: string, id = world.shipmentId) =>
    database.sql`update shipment set state = ${state}::shipment_state where id = ${id}`
  const later = (ms: number) => {
    world.wallNow = new Date(world.wallNow.getTime() + ms)
  }
  const ask = (change: Partial<Parameters<typeof askForNews>[1]> = {}) =>
    askForNews(
      database.db,
      {
        ...{ shipmentId: world.shipmentId, address, wanted: { kinds: everything, windowHours: 6 }, language: 'en', locale: 'en-GB' },
        ...{ expiresAt: new Date(world.wallNow.getTime() + 60 * 24 * hourMs), ...change },
      },
      dataKey,
      world.wallNow,
    )
  const lookForNews = () => createNewsJob({ db: database.db, clock, wallClock, queue: { request: async () => {} } })()
  const sendBy = (send: SendMail, push?: { send: SendPush }) =>
    createMailJob({
      ...{ db: database.db, dataKey, publicUrl, mail: { from: 'Lading <tracking@lading.example>', send }, push, clock, wallClock },
      stopping: new AbortController().signal,
      onSettled: (outcome, { code }) => world.settled.push(code ? `${outcome} ${code}` : outcome),
    })()
  const sendMails = () => sendBy(smtp.send)
  /** What an address gets of what is news now. */
  const news = async () => {
    await lookForNews()
    await sendMails()
    return mailbox.take()
  }
  const confirm = (secret: string) => confirmNews(database.db, secret, dataKey, { now: world.wallNow, platformNow })
  const optIn = async (change: Parameters<typeof ask>[0] = {}) => {
    await ask(change)
    await sendMails()
    const [mail] = mailbox.take()
    const secret = secretIn(mail?.text)
    const token = await confirm(secret)
    return { mail, secret, token: token ?? '' }
  }
  const begin = async () => {
    world.wallNow = new Date(Date.UTC(2026, 5, 1))
    world.settled = []
    mailbox.refuse(undefined)
    await database.sql`truncate shipment, news_request cascade`
    world.shipmentId = await aShipment()
  }
  const stop = async () => {
    for (const close of closers.reverse()) await close()
  }
  return {
    ...{ database, mailbox, smtp, world, aShipment, arrives, becomes, later, ask, lookForNews, sendBy, sendMails, news, confirm, optIn },
    ...{ begin, stop },
  }
}
