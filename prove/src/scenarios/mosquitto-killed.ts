import { setTimeout as sleep } from 'node:timers/promises'
import type { Scenario } from '../scenario.ts'

const backlog = 5_000

export const mosquittoKilled: Scenario = {
  name: 'mosquitto-killed',
  about: `Mosquitto is killed (-9) with a backlog of ${backlog.toLocaleString('en')} for ingest, which is away`,
  runs: 'real',
  run: async (world) => {
    const first = await world.startIngest()
    await first.stop()
    const load = world.publish({ messages: backlog, perSecond: 2_000 })
    await load.done
    await sleep(2_500)
    await world.real.mosquitto.kill()
    await world.real.mosquitto.start()
    await world.startIngest()
    world.mended()
  },
}
