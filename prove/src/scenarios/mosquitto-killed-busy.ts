import type { Scenario } from '../scenario.ts'

export const mosquittoKilledBusy: Scenario = {
  name: 'mosquitto-killed-busy',
  about: 'Mosquitto is killed (-9) three times while devices publish and ingest follows',
  runs: 'real',
  run: async (world) => {
    await world.startIngest()
    const load = world.publish({ messages: 10_000, perSecond: 1_000 })
    for (const share of [2_000, 4_000, 6_000]) {
      await load.reached(share)
      await world.real.mosquitto.kill()
      await world.real.mosquitto.start()
    }
    world.mended()
    await load.done
  },
}
