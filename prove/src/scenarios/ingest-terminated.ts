import type { Scenario } from '../scenario.ts'

const longestSeconds = 10

export const ingestTerminated: Scenario = {
  name: 'ingest-terminated',
  about: `ingest is asked to end (SIGTERM) under load, and does so within ${longestSeconds} s`,
  runs: 'everywhere',
  run: async (world) => {
    let ingest = await world.startIngest()
    const messages = 10_000
    const load = world.publish({ messages, perSecond: 2_000 })
    for (const share of [0.25, 0.5, 0.75]) {
      await load.reached(messages * share)
      const { code, seconds } = await ingest.stop()
      if (code !== 0) throw new Error(`ingest ended with code ${code}`)
      if (seconds > longestSeconds) throw new Error(`ingest took ${seconds.toFixed(1)} s to end`)
      ingest = await world.startIngest()
    }
    world.mended()
    await load.done
  },
}
