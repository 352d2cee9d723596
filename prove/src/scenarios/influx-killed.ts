import type { Scenario } from '../scenario.ts'

export const influxKilled: Scenario = {
  name: 'influx-killed',
  about: 'InfluxDB is killed (-9) three times under load',
  runs: 'real',
  run: async (world) => {
    await world.startIngest()
    const load = world.publish({ messages: 10_000, perSecond: 1_000 })
    for (const count of [2_000, 4_000, 6_000]) {
      await load.reached(count)
      await world.real.influx.kill()
      await world.real.influx.start()
    }
    world.mended()
    await load.done
  },
}
