import { setTimeout as sleep } from 'node:timers/promises'
import type { Scenario } from '../scenario.ts'

export const twoIngests: Scenario = {
  name: 'two-ingests-one-killed',
  about: 'two ingest processes share the load; one is killed (-9) under load and is back 3 s later',
  runs: 'real',
  run: async (world) => {
    const member = (name: string) => world.startIngest({ INGEST_GROUP: 'proof', INGEST_CLIENT_ID: `proof-ingest-${name}` })
    const staying = await member('one')
    const leaving = await member('two')
    const load = world.publish({ messages: 12_000, perSecond: 1_000 })
    await load.reached(4_000)
    for (const ingest of [staying, leaving])
      if (!((await ingest.metric('lading_ingest_received_total')) > 0)) throw new Error('one of the two does nothing')
    await leaving.kill()
    await sleep(3_000)
    await member('two')
    world.mended()
    await load.done
  },
}
