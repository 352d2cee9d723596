import { telemetryTopic } from '@lading/shared/contract/telemetry'
import type { Message } from '../harness/message.ts'
import type { Scenario } from '../scenario.ts'

const flooding = 'proof-flood'
const floodMessages = 20_000
const fleetMessages = 2_000

export const flood: Scenario = {
  name: 'flood',
  about: 'one device publishes ten times as much as all the others together',
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
    const loads = [world.publish({ messages: messages(), perSecond: 2_000 }), world.publish({ messages: fleetMessages, perSecond: 200 })]
    await Promise.all(loads.map(({ done }) => done))
  },
}
