import { setTimeout as sleep } from 'node:timers/promises'
import type { TcpProxy } from '../harness/tcp-proxy.ts'
import type { RealWorld, World } from '../harness/world.ts'
import type { Scenario } from '../scenario.ts'

/** Cut twice: once so that both ends know, once so that nobody is told. */
const cutTwice = async (world: World, link: TcpProxy) => {
  await world.startIngest()
  const load = world.publish({ messages: 6_000, perSecond: 500 })
  await load.reached(1_000)
  link.cut()
  await sleep(3_000)
  link.mend()
  await load.reached(3_000)
  link.silence()
  await sleep(5_000)
  link.mend()
  world.mended()
  await load.done
}

const about = (pair: string) => `the network between ${pair} is cut: once with a reset, once in silence`

export const cutDevicesBroker: Scenario = {
  name: 'cut-devices-broker',
  about: about('devices and the broker'),
  runs: 'everywhere',
  run: (world) => cutTwice(world, world.links.devicesToBroker),
}

export const networkCuts: Scenario[] = [
  cutDevicesBroker,
  {
    name: 'cut-broker-ingest',
    about: about('the broker and ingest'),
    runs: 'everywhere',
    run: (world) => cutTwice(world, world.links.ingestToBroker),
  },
  {
    name: 'cut-ingest-influx',
    about: about('ingest and InfluxDB'),
    runs: 'real',
    run: (world: RealWorld) => cutTwice(world, world.real.realLinks.ingestToInflux),
  },
  {
    name: 'cut-ingest-postgres',
    about: about('ingest and PostgreSQL'),
    runs: 'everywhere',
    run: (world) => cutTwice(world, world.links.ingestToPostgres),
  },
  {
    name: 'cut-ingest-queue',
    about: about('ingest and Redis'),
    runs: 'real',
    run: (world: RealWorld) => cutTwice(world, world.real.realLinks.ingestToQueue),
  },
]
