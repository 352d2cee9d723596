import { setTimeout as sleep } from 'node:timers/promises'
import type { Scenario } from '../scenario.ts'

const kills = 5

export const embeddedLauncherKilled: Scenario = {
  name: 'embedded-launcher-killed',
  about: `the embedded broker is killed (-9) ${kills} times under load, and once more with ingest, when it has a backlog for it`,
  runs: 'embedded',
  run: async (world) => {
    const ingest = await world.startIngest()
    const load = world.publish({ messages: 10_000, perSecond: 1_000, window: 100 })
    for (let kill = 1; kill <= kills; kill += 1) {
      await load.reached(kill * 1_000)
      await sleep(Math.random() * 100)
      await world.broker.kill()
      await world.broker.start()
    }
    await load.reached(7_000)
    await ingest.kill()
    // What comes now is taken by the broker, and nobody has stored it.
    await sleep(500)
    await world.broker.kill()
    await world.broker.start()
    await world.startIngest()
    world.mended()
    await load.done
  },
}
