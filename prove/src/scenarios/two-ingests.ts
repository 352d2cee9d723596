import { setTimeout as sleep } from 'node:timers/promises'
import type { World } from '../harness/world.ts'
import type { Scenario } from '../scenario.ts'

const startTwo = async (world: World) => {
  const member = (name: string) => world.startIngest({ INGEST_GROUP: 'proof', INGEST_CLIENT_ID: `proof-ingest-${name}` })
  const staying = await member('one')
  const leaving = await member('two')
  const load = world.publish({ messages: 12_000, perSecond: 1_000 })
  await load.reached(4_000)
  for (const ingest of [staying, leaving])
    if (!((await ingest.metric('lading_ingest_received_total')) > 0)) throw new Error('one of the two does nothing')
  await leaving.kill()
  return { load, startSecond: () => member('two') }
}

export const twoIngests: Scenario = {
  name: 'two-ingests-one-killed',
  about: 'two ingest processes share the load; one is killed (-9) under load and is back 3 s later',
  runs: 'real',
  run: async (world) => {
    const { load, startSecond } = await startTwo(world)
    await sleep(3_000)
    await startSecond()
    world.mended()
    await load.done
  },
}

/** Mosquitto goes on giving the share of the one who is gone to his session, and hands it to nobody else. */
export const twoIngestsOneGone: Scenario = {
  name: 'two-ingests-one-gone',
  about: 'two ingest processes share the load; one is killed (-9) and never comes back; in the end another takes over its client id',
  runs: 'real',
  run: async (world) => {
    const { load, startSecond } = await startTwo(world)
    await load.done
    await startSecond()
    world.mended()
  },
}
