import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { newsOfSecret } from '@lading/store/postgres/news/of-secret'
import { takeMessage } from '@lading/store/postgres/news/outbox'
import { pausesMs } from '@lading/workers/jobs/mail'
import { openMail } from '@lading/workers/mail/transport'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { dataKey, hourMs, startNews } from '../support/news-world.ts'

const started = await startNews()
const { database, mailbox, aShipment, arrives, later, ask, sendBy, sendMails, news, optIn, world } = started
beforeEach(started.begin)
afterAll(started.stop)

test('A mail that a process took before it died goes out again after five minutes, under the same id.', async () => {
  await ask()
  expect(await takeMessage(database.db, dataKey, world.wallNow)).toMatchObject({ attempts: 1 })
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
  expect(world.settled).toEqual(['postponed 451 4.7.1'])
  mailbox.refuse(undefined)
  later((pausesMs[0] ?? 0) - 1)
  await sendMails()
  later(1)
  await sendMails()
  expect([world.settled, mailbox.take().length]).toEqual([['postponed 451 4.7.1', 'sent'], 1])

  world.settled = []
  const away = async () => ({ code: 'ECONNREFUSED', forGood: false, addressee: false })
  await ask({ shipmentId: await aShipment() })
  for (const pauseMs of [...pausesMs, 0]) {
    await sendBy(away)
    later(pauseMs)
  }
  expect(world.settled).toEqual([...pausesMs.map(() => 'postponed ECONNREFUSED'), 'given-up ECONNREFUSED'])
})

test('To an address that does not exist nothing goes any more; what the server said of it is not kept.', async () => {
  const { secret } = await optIn()
  mailbox.refuse((to) => ({ code: 550, message: `5.1.1 <${to}>: no such user here` }))
  await arrives(130)
  await news()
  expect(world.settled).toEqual(['sent', 'given-up 550 5.1.1'])
  expect(JSON.stringify(await database.sql`select * from news_message`)).not.toMatch(/illemijn|no such user/)
  mailbox.refuse(undefined)
  await arrives(160)
  expect(await news()).toEqual([])
  // Whoever asks again, and can be written to again, hears again.
  later(2 * hourMs)
  await optIn()
  expect(await newsOfSecret(database.db, secret, world.wallNow)).toMatchObject({ confirmed: true })
  await arrives(190)
  expect(await news()).toHaveLength(1)
})

test('A server that is not there is waited for; one mail that cannot be read holds up no other.', async () => {
  const nobody = openMail('smtp://127.0.0.1:1')
  await ask()
  await sendBy(nobody.send)
  await nobody.close()
  expect(world.settled).toEqual(['postponed ESOCKET'])
  await database.sql`update news_subscription set sealed = 'something else'`
  await ask({ shipmentId: await aShipment() })
  later(pausesMs[0] ?? 0)
  await sendMails()
  expect([world.settled.slice(1).toSorted(), mailbox.take().length]).toEqual([['given-up unreadable', 'sent'], 1])
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
