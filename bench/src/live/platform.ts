import { freePort } from '@lading/services/free-port'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { deviceCount, deviceName } from '../ingest/fleet.ts'
import type { Target } from '../ingest/publishers.ts'
import { startApi } from '../platform/api-process.ts'
import type { Closers } from '../platform/closers.ts'
import { startIngest } from '../platform/ingest-process.ts'
import { tradeLanes } from '../world/lanes.ts'
import { openServers } from '../world/open-world.ts'
import { seedLanes } from '../world/seed-lanes.ts'
import { seedShipments } from '../world/seed-shipments.ts'

/** What `npm start` runs, without workers: shipments, a thousand devices that travel with the first of them, ingest and the api. */
export const startLivePlatform = async (assets: number, closers: Closers) => {
  const temporary = await temporaryDirectory()
  closers.add({ stop: temporary.remove })
  const { database, env, postgresUrl, mqttUrl, login } = await openServers(temporary.path, closers)
  const lanes = tradeLanes()
  await seedLanes(database, lanes)
  await seedShipments(database, lanes, { from: 0, until: assets })
  const names = Array.from({ length: deviceCount }, (_, number) => deviceName(number))
  await database.sql.unsafe(sendAlong, [names as never])
  const ingest = closers.add(await startIngest({ healthPort: await freePort(), env }))
  const api = closers.add(await startApi({ env, postgresUrl }))
  const target: Target = { protocol: 'mqtt', url: mqttUrl, topicPrefix: 'lading/v1/', login }
  return { database, api, ingest, target }
}

export type LivePlatform = Awaited<ReturnType<typeof startLivePlatform>>

const sendAlong = `
  with devices as (select * from unnest($1::text[]) with ordinality as device (name, number)), registered as (
    insert into device (id, secret_hash, report_interval_s, registered_at) select name, '', 60, now() from devices returning id
  )
  insert into assignment (device_id, shipment_id, "from")
  select registered.id, bench_shipment.id, now() - interval '1 day'
  from registered join devices on name = registered.id join bench_shipment on bench_shipment.number = devices.number - 1`
