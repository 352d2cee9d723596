import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findUnfollowed } from '@lading/store/postgres/tracking/find-unfollowed'
import { sendOff } from '../harness/send-off.ts'
import { untilFollowed } from '../harness/until-followed.ts'
import type { Scenario } from '../scenario.ts'

const shipments = 100

export const redisEmptied: Scenario = {
  name: 'redis-emptied',
  about: `Redis is killed (-9) with jobs running for ${shipments} shipments, and comes back empty; no device reports again`,
  runs: 'real',
  run: async (world) => {
    const { db } = world.database
    const { redis } = world.real
    await sendOff(db, shipments)
    await world.startIngest()
    await world.startWorkers()
    await world.publish({ messages: 4_000, perSecond: 1_000 }).done
    await redis.kill()
    await world.untilKept()
    if ((await findUnfollowed(db, 1)).length === 0) throw new Error('there was no work left to lose')
    await rm(join(world.directory, 'redis', 'appendonlydir'), { recursive: true })
    await redis.start()
    const followed = untilFollowed(db)
    world.mended(followed)
    await followed
  },
}
