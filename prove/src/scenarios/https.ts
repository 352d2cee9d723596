import { setTimeout as sleep } from 'node:timers/promises'
import type { PlatformProcess } from '../harness/platform-process.ts'
import type { TcpProxy } from '../harness/tcp-proxy.ts'
import type { World } from '../harness/world.ts'
import type { Scenario } from '../scenario.ts'

const messages = 4_000
const perSecond = 400

type Fault = (world: World, reached: (count: number) => Promise<void>, ingest: PlatformProcess) => Promise<void>

/** Readings by HTTPS, which the api has accepted when it answers 202. */
const posting = (name: string, about: string, fault: Fault): Scenario => ({
  name,
  about: `readings by HTTPS while ${about}`,
  runs: 'everywhere',
  run: async (world) => {
    // First of all: Mosquitto acknowledges, and forgets, what nobody has subscribed to yet.
    const ingest = await world.startIngest()
    const api = await world.startApi()
    const load = api.post(messages, perSecond)
    await fault(world, load.reached, ingest)
    world.mended()
    await load.done
  },
})

const cut =
  (linkOf: (world: World) => TcpProxy): Fault =>
  async (world, reached) => {
    const link = linkOf(world)
    await reached(1_000)
    link.cut()
    await sleep(3_000)
    link.mend()
    await reached(2_500)
    link.silence()
    await sleep(5_000)
    link.mend()
  }

const twice = 'is cut: once with a reset, once in silence'

export const https: Scenario[] = [
  posting('https-ingest-killed', 'ingest is killed (-9) three times', async (world, reached, first) => {
    let ingest = first
    for (const count of [1_000, 2_000, 3_000]) {
      await reached(count)
      await ingest.kill()
      ingest = await world.startIngest()
    }
  }),
  posting('https-broker-killed', 'the broker is killed (-9) three times', async (world, reached) => {
    for (const count of [1_000, 2_000, 3_000]) {
      await reached(count)
      await world.broker.kill()
      await world.broker.start()
    }
  }),
  posting(
    'cut-api-broker',
    `the network between the api and the broker ${twice}`,
    cut(({ links }) => links.apiToBroker),
  ),
  posting(
    'cut-api-postgres',
    `the network between the api and PostgreSQL ${twice}`,
    cut(({ links }) => links.apiToPostgres),
  ),
]
