import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { ratesOn } from '@lading/store/postgres/exchange-rate/rates-on'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { createExchangeRatesJob } from '@lading/workers/jobs/exchange-rates'
import { afterAll, beforeAll, expect, test } from 'vitest'

const now = new Date('2026-04-14T08:00:00Z')
const closers: (() => Promise<unknown>)[] = []
let database: Database
let url: string
let answer: { status: number; body: string }

beforeAll(async () => {
  const directory = await temporaryDirectory()
  closers.push(directory.remove)
  const postgres = await startPostgres({ directory: directory.path })
  closers.push(postgres.stop)
  await migrateDatabase(postgres.url)
  database = openDatabase(postgres.url, { connections: 2 })
  closers.push(database.close)
  const bank = createServer((_request, response) => response.writeHead(answer.status).end(answer.body)).listen(0, '127.0.0.1')
  await once(bank, 'listening')
  closers.push(async () => bank.close())
  url = `http://127.0.0.1:${(bank.address() as AddressInfo).port}/daily.xml`
})
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})

const fetchRates = async () => {
  const fetched: unknown[] = []
  const stopping = new AbortController().signal
  await createExchangeRatesJob({ db: database.db, url, clock: { now: () => now }, stopping, onFetched: (each) => fetched.push(each) })()
  return fetched
}
const daily = (cubes: string) => `<e><Cube><Cube time="2026-04-13">${cubes}</Cube></Cube></e>`

test('Rates are fetched and kept once, with where they are from.', async () => {
  answer = { status: 200, body: daily('<Cube currency="USD" rate="1.1684"/><Cube currency="JPY" rate="186.75"/>') }
  expect(await fetchRates()).toEqual([{ source: '127.0.0.1', rates: 2, imported: 2 }])
  expect(await fetchRates()).toEqual([{ source: '127.0.0.1', rates: 2, imported: 0 }])
  expect((await ratesOn(database.db, '2026-04-14')).rates.USD).toEqual({ rate: '1.1684', date: '2026-04-13', source: '127.0.0.1' })
})

test('What cannot be had or read is an error, and nothing of it is kept.', async () => {
  answer = { status: 503, body: '' }
  await expect(fetchRates()).rejects.toThrow('answered with 503')
  answer = { status: 200, body: '<html>Maintenance<br></html>' }
  await expect(fetchRates()).rejects.toThrow('not valid, line 1')
  answer = { status: 200, body: daily('<Cube currency="USD" rate="9"/><Cube currency="GBP" rate="none"/>') }
  await expect(fetchRates()).rejects.toThrow('"none" of GBP')
  expect((await ratesOn(database.db, '2026-04-14')).rates).toMatchObject({ USD: { rate: '1.1684' } })
  expect((await ratesOn(database.db, '2026-04-14')).rates.GBP).toBeUndefined()
})
