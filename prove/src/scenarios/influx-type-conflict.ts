import type { Scenario } from '../scenario.ts'

const messages = 4_000
const isBright = (number: number) => number % 100 === 42

/**
 * InfluxDB then stores a part of each batch and refuses the rest, and says how many but not which. It tells types apart
 * within a shard of a week, so the conflicting value is as old as the readings.
 */
export const influxTypeConflict: Scenario = {
  name: 'influx-type-conflict',
  about: 'one reading in a hundred has a value that InfluxDB knows under another type: a part of each batch is refused',
  runs: 'real',
  run: async (world) => {
    const conflicting = `reading,device=somebody-else lightLux="bright" ${Date.now() - 3_600_000}`
    await world.real.writeInflux(conflicting)
    await world.startIngest()
    await world.publish({ messages: world.messages(messages, (number) => (isBright(number) ? { lightLux: 800 } : {})), perSecond: 1_000 })
      .done
  },
}
