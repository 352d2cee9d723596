import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createStopList } from '../../src/start/stop-list.ts'

describe('What was started', () => {
  const recorded = () => {
    const events: string[] = []
    const thing = (name: string, stopMs = 0) => ({
      stop: async () => {
        await sleep(stopMs)
        events.push(`${name} stopped`)
      },
      kill: async () => {
        events.push(`${name} killed`)
      },
    })
    return { events, thing }
  }

  it('stops in groups, the last one first.', async () => {
    const { events, thing } = recorded()
    const list = createStopList()
    const first = list.group(1000)
    const second = list.group(1000)
    await first(Promise.resolve(thing('database')))
    await second(Promise.resolve(thing('process', 50)))
    await list.stopAll()
    expect(events).toEqual(['process stopped', 'database stopped'])
  })

  it('is killed when it does not stop in time, and the next group stops all the same.', async () => {
    const { events, thing } = recorded()
    const list = createStopList()
    const first = list.group(1000)
    const second = list.group(10)
    await first(Promise.resolve(thing('database')))
    await second(Promise.resolve(thing('process', 1_000_000)))
    await list.stopAll()
    expect(events).toEqual(['process killed', 'database stopped'])
  })

  it('is stopped though it was still starting when the end came.', async () => {
    const { events, thing } = recorded()
    const list = createStopList()
    const starting = list.group(1000)(sleep(30).then(() => thing('database')))
    await list.stopAll()
    await starting
    expect(events).toEqual(['database stopped'])
  })

  it('is not waited for when its start failed.', async () => {
    const { events, thing } = recorded()
    const list = createStopList()
    const own = list.group(1000)
    await own(Promise.reject(new Error('port taken'))).catch(() => {})
    await own(Promise.resolve(thing('database')))
    await list.stopAll()
    expect(events).toEqual(['database stopped'])
  })
})
