import { setTimeout as sleep } from 'node:timers/promises'
import type { Scenario } from '../scenario.ts'

export const influxDatabaseGone: Scenario = {
  name: 'influx-404',
  about: 'the database in InfluxDB is gone (404) for 5 s, then created again',
  runs: 'real',
  run: async (world) => {
    await world.startIngest()
    // Before anything is in it, as what was in it would be gone with it.
    await world.real.askInflux('DROP DATABASE "lading"')
    const load = world.publish({ messages: 5_000, perSecond: 500 })
    await sleep(5_000)
    await world.real.askInflux('CREATE DATABASE "lading"')
    world.mended()
    await load.done
  },
}
