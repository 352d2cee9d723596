import type { Message } from '../harness/message.ts'
import type { Scenario } from '../scenario.ts'

const dayMs = 86_400_000
const perDirection = 2_000

export const wrongClock: Scenario = {
  name: 'wrong-clock',
  about: 'devices whose clock is a day ahead or a day behind',
  runs: 'everywhere',
  run: async (world) => {
    await world.startIngest()
    const shifted = function* (byMs: number): Iterable<Message> {
      for (const message of world.messages(perDirection)) {
        const recordedAtMs = (message.recordedAtMs ?? 0) + byMs
        const reading = { ...JSON.parse(message.payload.toString()), recordedAt: recordedAtMs }
        yield { ...message, recordedAtMs, payload: Buffer.from(JSON.stringify(reading)) }
      }
    }
    await world.publish({ messages: shifted(dayMs), perSecond: 1_000 }).done
    await world.publish({ messages: shifted(-dayMs), perSecond: 1_000 }).done
  },
}
