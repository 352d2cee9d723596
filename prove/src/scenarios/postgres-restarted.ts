import { setTimeout as sleep } from 'node:timers/promises'
import type { Scenario } from '../scenario.ts'

export const postgresRestarted: Scenario = {
  name: 'postgres-restarted',
  about: 'PostgreSQL is stopped for 5 s, then killed (-9) and started again',
  runs: 'everywhere',
  run: async (world) => {
    await world.startIngest()
    const load = world.publish({ messages: 8_000, perSecond: 500 })
    await load.reached(1_000)
    await world.postgres.stop()
    await sleep(5_000)
    await world.postgres.start()
    await load.reached(5_000)
    await world.postgres.kill()
    await world.postgres.start()
    world.mended()
    await load.done
  },
}
