import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import serveFiles from '@fastify/static'
import { type LivePositionMessage, liveTopics } from '@lading/shared/live/topics'
import { createRandom } from '@lading/simulators/random/random'
import { numberArray, textArray } from '@lading/store/postgres/array-literal'
import { openSql } from '@lading/store/postgres/open-sql'
import fastify, { type FastifyReply } from 'fastify'
import mqtt from 'mqtt'
import type { Login } from '../platform/servers.ts'
import { deviceOf, shipmentId } from '../world/names.ts'
import { moved } from '../world/place.ts'

/**
 * A process in which some assets move: it tells the platform as ingest and workers would, and the pages of the others through a stream of
 * their own, the same moves at the same time. It also serves these pages. Told by its argument; says where it listens.
 */
export type FieldTask = { postgresUrl: string; mqttUrl: string; login: Login | undefined; updatesPerSecond: number }

const tellMs = 250
// How many shipments the workers follow for each ten readings: they look at one again when it is worth it.
const followedShare = 0.1

const { postgresUrl, mqttUrl, login, updatesPerSecond } = JSON.parse(process.argv[2] ?? '') as FieldTask
const sql = openSql(postgresUrl, { connections: 1 })
const rows = await sql<{ number: number; lat: number; lon: number }[]>`
  select number, lat, lon from bench_shipment join shipment using (id) order by number`
const places = rows.map(({ lat, lon }) => ({ lat, lon }))
const broker = await mqtt.connectAsync(mqttUrl, { ...login, clientId: `lading-field-${process.pid}` })

const resolve = createRequire(import.meta.url).resolve
const folders = { '/leaflet/': resolve('leaflet'), '/markercluster/': resolve('leaflet.markercluster') }
const app = fastify()
const listeners = new Set<FastifyReply['raw']>()
await app.register(serveFiles, { root: fileURLToPath(new URL('./page', import.meta.url)) })
for (const [prefix, file] of Object.entries(folders)) await app.register(serveFiles, { root: dirname(file), prefix, decorateReply: false })
app.get('/places.json', async () => places.map(({ lat, lon }) => [round(lat), round(lon)]))
app.get('/moves', (_, reply) => {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  listeners.add(reply.raw)
  reply.raw.once('close', () => listeners.delete(reply.raw))
})

const round = (degrees: number) => Number(degrees.toFixed(5))
const random = createRandom('moves')

const moveSome = (count: number) =>
  Array.from({ length: count }, () => {
    const number = random.integer(0, places.length - 1)
    const to = moved(places[number] as (typeof places)[number], random.normal() * 2, random.normal() * 2)
    places[number] = to
    return { number, lat: round(to.lat), lon: round(to.lon) }
  })

type Move = ReturnType<typeof moveSome>[number]

const tell = (moves: Move[]) => {
  const recordedAtMs = Date.now()
  const positions: LivePositionMessage = moves.map(({ number, lat, lon }) => ({
    ...{ deviceId: deviceOf(number), lat, lon, recordedAtMs, speedKmh: 34, headingDeg: (number * 7) % 360 },
  }))
  broker.publish(liveTopics.positions, JSON.stringify(positions))
  const chunk = `data: ${JSON.stringify(moves.map(({ number, lat, lon }) => [number, lat, lon]))}\n\n`
  for (const listener of listeners) listener.write(chunk)
}

const follow = async (moves: Move[]) => {
  await sql.unsafe(
    `update shipment set lat = batch.lat, lon = batch.lon, position_at = now(), updated_at = now()
     from (select distinct on (id) * from unnest($1::text::uuid[], $2::text::float8[], $3::text::float8[]) as batch (id, lat, lon)) batch
     where shipment.id = batch.id`,
    [
      textArray(moves.map(({ number }) => shipmentId(number))),
      numberArray(moves.map(({ lat }) => lat)),
      numberArray(moves.map(({ lon }) => lon)),
    ],
  )
  broker.publish(liveTopics.shipments, JSON.stringify({ shipmentIds: [...new Set(moves.map(({ number }) => shipmentId(number)))] }))
}

process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)
const perTell = Math.round((updatesPerSecond * tellMs) / 1000)
for (let began = performance.now(), turn = 1; perTell > 0; turn += 1) {
  const moves = moveSome(perTell)
  tell(moves)
  await follow(moves.slice(0, Math.ceil(perTell * followedShare)))
  await sleep(Math.max(0, began + turn * tellMs - performance.now()))
  // Who falls behind does not try to make up for it.
  began = Math.max(began, performance.now() - turn * tellMs)
}
