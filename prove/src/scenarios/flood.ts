import { telemetryTopic } from '@lading/shared/contract/telemetry'
import type { Message } from '../harness/message.ts'
import type { Scenario } from '../scenario.ts'

const flooding = 'proof-flood'
const floodMessages = 20_000
const fleetMessages = 2_000

export const flood: Scenario = {
  name: 'flood',
  about: 'one device publishes ten times as much as all the others together, whose latency is measured without it and with it',
  runs: 'everywhere',
  run: async (world) => {
    await world.register([flooding])
    await world.startIngest()
    const startMs = Date.now() - 3_600_000
    const messages = function* (): Iterable<Message> {
      for (let number = 0; number < floodMessages; number += 1) {
        const recordedAtMs = startMs + number * 100
        const payload = Buffer.from(JSON.stringify({ recordedAt: recordedAtMs, lat: 50, lon: 8 + number * 1e-6, batteryPct: number % 100 }))
        yield { deviceId: flooding, recordedAtMs, topic: telemetryTopic(flooding), payload }
      }
    }
    const latency = await world.watchLatency()
    const publishFleet = () => world.publish({ messages: latency.of(world.messages(fleetMessages)), perSecond: 200 }).done
    await publishFleet()
    await world.untilKept()
    const withoutP99Ms = latency.p99Ms()
    await Promise.all([world.publish({ messages: messages(), perSecond: 2_000 }).done, publishFleet()])
    await world.untilKept()
    const p99Ms = latency.p99Ms()
    world.note({ restOfFleetP99Ms: Math.round(p99Ms), restOfFleetP99Ratio: Math.round((p99Ms / withoutP99Ms) * 100) / 100 })
  },
}
