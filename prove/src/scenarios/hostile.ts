import type { Message } from '../harness/message.ts'
import { hostilePayloads, hostileTopic } from '../hostile/payloads.ts'
import type { Scenario } from '../scenario.ts'

/** Always the same, so that what fails once can be looked at again. */
const seed = 20_260_601

export const hostile: Scenario = {
  name: 'hostile',
  about: '100,000 malformed and hostile payloads (10,000 with --quick), made from real ones',
  runs: 'everywhere',
  run: async (world) => {
    const count = world.quick ? 10_000 : 100_000
    const messages = hostilePayloads({ count, seed, nowMs: Date.now() }).map((payload, number): Message => {
      const { topic, deviceId } = hostileTopic(number)
      return { topic, deviceId, payload, isAlone: true }
    })
    // Every tenth is nobody's.
    await world.register(messages.filter((_, number) => number % 10 !== 0).map(({ deviceId }) => deviceId))
    const ingest = await world.startIngest()
    await world.publish({ messages, perSecond: 5_000 }).done
    await world.untilKept()
    if (ingest.hasEnded()) throw new Error('ingest did not survive')
    // It still does what it is there for.
    await world.publish({ messages: 1_000, perSecond: 1_000 }).done
  },
}
