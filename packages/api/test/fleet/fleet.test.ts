import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { describe, expect, it } from 'vitest'
import { createFleet } from '../../src/fleet/fleet.ts'
import { levelFor, viewFleet } from '../../src/fleet/view.ts'

const at = '2026-03-10T12:00:00.000Z'
const world = { west: -180, south: -90, east: 180, north: 90 }

const summary = (id: string, change: Partial<ShipmentSummary> = {}) =>
  ({ id, state: 'in-transit', position: { lat: 10, lon: 20, recordedAt: at }, openAlerts: 0, updatedAt: at, ...change }) as ShipmentSummary

/** A database whose rows and clock a test moves. */
const setUp = (rows: ShipmentSummary[]) => {
  const world = {
    rows: new Map(rows.map((row) => [row.id, row])),
    ms: 0,
    clock: new Date(at),
    reads: [] as string[],
    readMs: 100,
    fails: false,
    logged: [] as string[],
  }
  const source = {
    async *all() {
      world.reads.push('all')
      const found = [...world.rows.values()]
      world.ms += world.readMs
      if (world.fails) throw new Error('away')
      yield found
    },
    some: async (ids: string[]) => {
      world.reads.push(ids.join())
      if (world.fails) throw new Error('away')
      return ids.flatMap((id) => world.rows.get(id) ?? [])
    },
  }
  const log = { error: (_: unknown, text?: string) => void world.logged.push(String(text)) }
  const fleet = createFleet({ source, clock: { now: () => world.clock }, log, now: () => world.ms })
  const ids = async () => viewFleet(await fleet.look(), { bbox: { west: -180, south: -90, east: 180, north: 90 }, zoom: 2 }).ids.toSorted()
  return { world, fleet, ids }
}

describe('The fleet in memory', () => {
  it('Is read once, and then only what changed.', async () => {
    const { world, fleet, ids } = setUp([summary('a'), summary('b', { position: null })])
    expect(await ids()).toEqual(['a'])
    world.rows.set('b', summary('b'))
    expect(await ids()).toEqual(['a'])
    fleet.changed(['b'])
    world.ms += 1
    expect(await ids()).toEqual(['a', 'b'])
    expect(world.reads).toEqual(['all', 'b'])
  })

  it('Is read again as a whole when a fiftieth of the time allows for it, or when something may have been missed.', async () => {
    const { world, fleet, ids } = setUp([summary('a')])
    world.readMs = 10
    await ids()
    world.rows.set('b', summary('b'))
    world.ms += 500
    expect(await ids()).toEqual(['a'])
    world.ms += 1
    expect(await ids()).toEqual(['a', 'b'])
    world.rows.delete('a')
    fleet.forget()
    world.ms += 1
    expect(await ids()).toEqual(['b'])
  })

  it('While a large one is read again, what is known is shown; what changed meanwhile is not lost.', async () => {
    const { world, fleet, ids } = setUp([summary('a')])
    await ids()
    world.ms += 50 * 100 + 1
    const shown = ids()
    fleet.changed(['a'])
    world.rows.set('a', summary('a', { position: { lat: 50, lon: 5, recordedAt: at } }))
    expect(await shown).toEqual(['a'])
    await new Promise(setImmediate)
    world.ms += 1
    const { members } = await fleet.look()
    expect(members[0]?.position).toEqual({ lat: 50, lon: 5 })
  })

  it('A question that fails is asked again.', async () => {
    const { world, fleet, ids } = setUp([summary('a')])
    await ids()
    world.rows.set('b', summary('b'))
    fleet.changed(['b'])
    world.fails = true
    await expect(ids()).rejects.toThrow('away')
    world.fails = false
    world.ms += 1
    expect(await ids()).toEqual(['a', 'b'])
  })

  it('A read that nobody waited for and that failed is told in the log, and tried again.', async () => {
    const { world, ids } = setUp([summary('a')])
    await ids()
    world.rows.set('b', summary('b'))
    world.fails = true
    world.ms += 50 * 100 + 1
    expect(await ids()).toEqual(['a'])
    await new Promise(setImmediate)
    expect(world.logged).toEqual(['the fleet could not be read again'])
    world.fails = false
    await ids()
    await new Promise(setImmediate)
    world.ms += 1
    expect(await ids()).toEqual(['a', 'b'])
  })

  it('What is finished leaves the map a day later, also when nobody says anything.', async () => {
    const { world, ids } = setUp([summary('a', { state: 'delivered' }), summary('b')])
    expect(await ids()).toEqual(['a', 'b'])
    world.clock = new Date('2026-03-11T12:00:01.000Z')
    world.readMs = 1e9
    world.ms += 60_001
    expect(await ids()).toEqual(['b'])
  })

  it('Shipments are told by id, also those without a position, and not those that there are not.', async () => {
    const { fleet } = setUp([summary('a'), summary('b', { position: null })])
    expect((await fleet.members(['b', 'c', 'a'])).map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('levelFor', () => {
  it.each([
    ['the world at zoom 2', world, 2, 4],
    ['the world closer than a screen can show', world, 20, 7],
    ['a city', { west: 4, south: 52, east: 5, north: 52.5 }, 12, 14],
    ['a street', { west: 4, south: 52, east: 4.001, north: 52.001 }, 20, 16],
    ['across the antimeridian', { west: 170, south: 0, east: -170, north: 10 }, 22, 11],
  ])('%s is cut into tiles that are few enough and as large as a marker.', (_, bbox, zoom, level) => {
    expect(levelFor(bbox, zoom)).toBe(level)
  })
})
