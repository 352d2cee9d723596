import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import type { Message } from '../harness/message.ts'
import { damaged } from '../hostile/damage.ts'
import { formats, hostileMapping } from '../hostile/formats.ts'
import type { Scenario } from '../scenario.ts'

const seed = 20_260_602
const deadlineMs = 60_000

export const hostileFormats: Scenario = {
  name: 'hostile-formats',
  about: '30,000 damaged messages (6,000 with --quick) of OwnTracks, LoRaWAN with Cayenne LPP, Traccar, a mapping and Sparkplug B',
  runs: 'everywhere',
  run: async (world) => {
    const count = (world.quick ? 6_000 : 30_000) / formats.length
    const nowMs = Date.now()
    const atMs = fc.integer({ min: nowMs - 3_600_000, max: nowMs })
    const messages = formats.flatMap(({ of, real }) =>
      fc
        .sample(damaged(real(atMs)), { numRuns: count, seed })
        .map((payload, number): Message => ({ ...of(number), payload, isAlone: true, mayBeIgnored: true })),
    )
    await world.register(messages.map(({ deviceId }) => deviceId))
    const mappings = join(world.directory, 'mappings.json')
    await writeFile(mappings, JSON.stringify({ mappings: [hostileMapping] }))
    const ingest = await world.startIngest({ INGEST_MAPPINGS: mappings })
    await world.publish({ messages, perSecond: 5_000 }).done

    // What is neither stored nor a dead letter is what ingest says that it has ignored, to the message.
    const from = performance.now()
    for (;;) {
      if (ingest.hasEnded()) throw new Error('ingest did not survive')
      const [unkept, ignored] = [await world.countUnkept(messages), await ingest.metric('lading_ingest_ignored_total')]
      if (unkept === ignored) return world.note({ ignored })
      if (performance.now() - from > deadlineMs) throw new Error(`${unkept} messages are not kept, and ${ignored} were ignored`)
      await sleep(500)
    }
  },
}
