import { setTimeout as sleep } from 'node:timers/promises'
import type { Scenario } from '../scenario.ts'

export const influxStopped: Scenario = {
  name: 'influx-stopped',
  about: 'InfluxDB is stopped for 30 s while devices go on',
  runs: 'real',
  run: async (world) => {
    await world.startIngest()
    const seconds = world.quick ? 10 : 30
    const load = world.publish({ messages: 400 * (seconds + 10), perSecond: 400 })
    await load.reached(1_000)
    await world.real.influx.stop()
    await sleep(seconds * 1_000)
    await world.real.influx.start()
    world.mended()
    await load.done
  },
}
