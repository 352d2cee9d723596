import { setTimeout as sleep } from 'node:timers/promises'
import type { Scenario } from '../scenario.ts'

const kills = 10

export const ingestKilled: Scenario = {
  name: 'ingest-killed',
  about: `ingest is killed (-9) ${kills} times under load, wherever between writing and acknowledging it happens to be`,
  runs: 'everywhere',
  run: async (world) => {
    let ingest = await world.startIngest()
    // Whom the embedded broker does not answer yet sends nothing more meanwhile.
    const messages = world.real ? 20_000 : 6_000
    const load = world.publish({ messages, perSecond: 600, deadlineMs: 240_000 })
    for (let kill = 0; kill < kills; kill += 1) {
      // Long enough that it is at work, and at another point of it each time.
      await sleep(100 + Math.random() * 400)
      await ingest.kill()
      ingest = await world.startIngest()
    }
    world.mended()
    await load.done
  },
}
