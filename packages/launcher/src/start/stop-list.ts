import { setTimeout as sleep } from 'node:timers/promises'

type Stoppable = { stop: () => Promise<unknown>; kill?: () => Promise<unknown> }

type Group = { deadlineMs: number; members: Promise<Stoppable | undefined>[] }

/**
 * What was started, in groups that stop one after the other, the last group first. Things that are still starting when
 * the end comes are waited for and stopped as well, so nothing is left half-started.
 */
export const createStopList = () => {
  const groups: Group[] = []

  const stopGroup = async ({ deadlineMs, members }: Group) => {
    const started = new Set<Stoppable>()
    const all = members.map(async (member) => {
      const thing = await member
      if (!thing) return
      started.add(thing)
      await thing.stop()
      started.delete(thing)
    })
    await Promise.race([Promise.allSettled(all), sleep(deadlineMs)])
    await Promise.race([Promise.allSettled([...started].map((thing) => thing.kill?.())), sleep(1000)])
  }

  return {
    /** A group that is asked to stop together and killed after the deadline. */
    group: (deadlineMs: number) => {
      const group: Group = { deadlineMs, members: [] }
      groups.push(group)
      return <Thing extends Stoppable>(starting: Promise<Thing>): Promise<Thing> => {
        group.members.push(starting.catch(() => undefined))
        return starting
      }
    },
    stopAll: async () => {
      for (const group of groups.toReversed()) await stopGroup(group)
    },
    killAll: async () => {
      const kill = async (member: Promise<Stoppable | undefined>) => (await Promise.race([member, sleep(100)]))?.kill?.()
      await Promise.race([Promise.allSettled(groups.flatMap(({ members }) => members.map(kill))), sleep(2000)])
    },
  }
}

export type StopList = ReturnType<typeof createStopList>
