import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpFault } from '../harness/http-proxy.ts'
import type { Scenario } from '../scenario.ts'

const faults: { name: string; about: string; fault: HttpFault; seconds: number }[] = [
  {
    name: 'influx-401',
    about: 'InfluxDB refuses the password',
    fault: { kind: 'answer', status: 401, error: 'authorization failed' },
    seconds: 5,
  },
  {
    name: 'influx-429',
    about: 'InfluxDB says that it is asked too much',
    fault: { kind: 'answer', status: 429, error: 'too many requests' },
    seconds: 5,
  },
  {
    name: 'influx-503',
    about: 'InfluxDB says that it is not available',
    fault: { kind: 'answer', status: 503, error: 'unavailable' },
    seconds: 5,
  },
  // Longer than the 10 s after which a write is given up and repeated.
  { name: 'influx-hangs', about: 'InfluxDB takes writes and never answers', fault: { kind: 'hang' }, seconds: 12 },
  { name: 'influx-slow', about: 'InfluxDB takes two seconds a write', fault: { kind: 'slow', ms: 2_000 }, seconds: 10 },
  {
    name: 'influx-cut-mid-write',
    about: 'the connection to InfluxDB breaks when half of a write is through',
    fault: { kind: 'cut-request' },
    seconds: 5,
  },
  {
    name: 'influx-cut-before-answer',
    about: 'the connection to InfluxDB breaks when it has written and not yet answered',
    fault: { kind: 'cut-answer' },
    seconds: 5,
  },
]

/** Each of them while devices go on. */
export const influxFaults = faults.map(
  ({ name, about, fault, seconds }): Scenario => ({
    name,
    about: `${about}, for ${seconds} s`,
    runs: 'real',
    run: async (world) => {
      await world.startIngest()
      const load = world.publish({ messages: 500 * (seconds + 5), perSecond: 500 })
      await load.reached(1_000)
      world.real.influxAnswers.set(fault)
      await sleep(seconds * 1_000)
      world.real.influxAnswers.set({ kind: 'none' })
      world.mended()
      await load.done
    },
  }),
)
