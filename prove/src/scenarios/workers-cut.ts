import { setTimeout as sleep } from 'node:timers/promises'
import { findUnfollowed } from '@lading/store/postgres/tracking/find-unfollowed'
import { sendOff } from '../harness/send-off.ts'
import type { TcpProxy } from '../harness/tcp-proxy.ts'
import { untilFollowed } from '../harness/until-followed.ts'
import type { RealWorld, World } from '../harness/world.ts'
import type { Scenario } from '../scenario.ts'

const shipments = 50

/** Workers acknowledge nothing. What is lost to them has to come back: shipments have followed all that their devices reported. */
const cutTwice = async (world: World, link: TcpProxy) => {
  const { db } = world.database
  await sendOff(db, shipments)
  await world.startIngest()
  await world.startWorkers()
  const load = world.publish({ messages: 5_000, perSecond: 500 })
  await load.reached(1_000)
  link.cut()
  await sleep(3_000)
  link.mend()
  await load.reached(3_500)
  link.silence()
  await load.done
  await sleep(2_000)
  await world.untilKept()
  if ((await findUnfollowed(db, 1)).length === 0) throw new Error('the workers did not notice that they were cut off')
  link.mend()
  const followed = untilFollowed(db)
  world.mended(followed)
  await followed
}

const about = (other: string) => `the network between workers and ${other} is cut twice; then shipments must have followed their devices`

export const workersCut: Scenario[] = [
  {
    name: 'cut-workers-postgres',
    about: about('PostgreSQL'),
    runs: 'everywhere',
    run: (world) => cutTwice(world, world.links.workersToPostgres),
  },
  {
    name: 'cut-workers-queue',
    about: about('Redis'),
    runs: 'real',
    run: (world: RealWorld) => cutTwice(world, world.real.realLinks.workersToQueue),
  },
]
