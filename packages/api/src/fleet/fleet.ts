import type { Clock } from '@lading/shared/clock'
import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import type { Point } from '@lading/shared/geo/point'
import { allShown, shownUntilMs } from '@lading/store/postgres/map/shown'
import type { Db } from '@lading/store/postgres/open'
import { summariesOf } from '@lading/store/postgres/shipment/summary'
import type { FastifyBaseLogger } from 'fastify'
import { createTiles, type Tiles } from './tiles.ts'
import { createWritten, type Written } from './written.ts'

/** Where the fleet is read from. */
export type FleetSource = {
  /** Every shipment that the map shows, some at a time. */
  all: (now: Date) => AsyncIterable<ShipmentSummary[]>
  some: (ids: string[]) => Promise<ShipmentSummary[]>
}

// Few enough that nobody else waits long while they are written as JSON.
const atOnce = 500

export const fleetSource = (db: Db): FleetSource => ({
  all: (now) => allShown(db, now, atOnce),
  some: (ids) => summariesOf(db, ids),
})

/** A shipment with its summary written as JSON, once for all who read it. */
export type Member = { id: string; position: Point | null; openAlerts: number; shownUntilMs: number; json: Buffer }

/** Those that the map shows, by tile, and in the order of tiles with what is written of them. */
export type Look = { members: readonly Member[]; tiles: Tiles; inOrder: readonly Member[]; written: Written }

const memberOf = (summary: ShipmentSummary): Member => ({
  id: summary.id,
  position: summary.position && { lat: summary.position.lat, lon: summary.position.lon },
  openAlerts: summary.openAlerts,
  shownUntilMs: shownUntilMs(summary),
  json: Buffer.from(JSON.stringify(summary)),
})

// Reading the whole fleet again takes a fiftieth of the time at most, and putting it in order a twentieth.
const readAgainAfter = 50
const orderAgainAfter = 20
// What takes longer is not waited for, once there is something to show.
const worthWaitingMs = 50
// Of those that finish, or are finished for a day, while nobody says anything.
const orderAnywayMs = 60_000

/**
 * Every shipment that the map shows, in memory: a hundred thousand summaries are some hundred megabytes, and writing them as JSON takes
 * seconds, but each changes once in minutes. Who hears that one changed says so with `changed`, and it is read again before the next look. As
 * messages are lost with their connection, and some things change without one, the whole is read again from time to time, the sooner
 * the smaller it is.
 */
export const createFleet = ({
  source,
  clock,
  log,
  now = () => performance.now(),
}: {
  source: FleetSource
  clock: Clock
  /** Told of a read that nobody waited for. */
  log: Pick<FastifyBaseLogger, 'error'>
  now?: () => number
}) => {
  let members = new Map<string, Member>()
  let asked = new Set<string>()
  let changedMeanwhile = new Set<string>()
  let readMs = 0
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined
  let settling: Promise<void> | undefined
  let look: Look | undefined
  let orderedAt = 0
  let orderMs = 0
  let isStale = true

  const put = (into: Map<string, Member>, summaries: ShipmentSummary[]) => {
    for (const summary of summaries) into.set(summary.id, memberOf(summary))
    isStale = true
  }

  const readAll = async () => {
    const began = now()
    const read = new Map<string, Member>()
    changedMeanwhile = new Set()
    for await (const summaries of source.all(clock.now())) put(read, summaries)
    members = read
    // Of what changed meanwhile, it may have seen what was before.
    for (const id of changedMeanwhile) asked.add(id)
    readAt = now()
    readMs = readAt - began
  }
  const readAgain = () => {
    reading ??= readAll().finally(() => {
      reading = undefined
    })
    return reading
  }

  const readChanged = async () => {
    const ids = [...asked]
    asked = new Set()
    try {
      for (let from = 0; from < ids.length; from += atOnce) put(members, await source.some(ids.slice(from, from + atOnce)))
    } catch (error) {
      // They are still to be read.
      for (const id of ids) asked.add(id)
      throw error
    }
  }
  const settle = async () => {
    if (readAt === Number.NEGATIVE_INFINITY) await readAgain()
    else if (now() - readAt > readAgainAfter * readMs) {
      const read = readAgain()
      if (readMs < worthWaitingMs) await read
      // It is tried again the next time somebody looks.
      else read.catch((error: unknown) => log.error({ err: error }, 'the fleet could not be read again'))
    }
    while (asked.size > 0) {
      settling ??= readChanged().finally(() => {
        settling = undefined
      })
      await settling
    }
  }

  const order = () => {
    const began = now()
    const at = clock.now().getTime()
    const shown = [...members.values()].filter(({ position, shownUntilMs }) => position !== null && shownUntilMs > at)
    const tiles = createTiles(shown.map(({ position, openAlerts }) => ({ ...(position as Point), openAlerts })))
    const inOrder = Array.from(tiles.order, (index) => shown[index] as Member)
    look = { members: shown, tiles, inOrder, written: createWritten(inOrder) }
    isStale = false
    orderedAt = now()
    orderMs = orderedAt - began
    return look
  }

  return {
    /** These are read again before somebody looks at them. */
    changed: (ids: Iterable<string>) => {
      if (readAt === Number.NEGATIVE_INFINITY && !reading) return
      for (const id of ids) {
        asked.add(id)
        if (reading) changedMeanwhile.add(id)
      }
    },
    /** Something may have been missed: everything is read again. */
    forget: () => {
      if (readAt !== Number.NEGATIVE_INFINITY) readAt = now() - readAgainAfter * readMs - 1
    },
    /** These shipments as they are now, also those that the map does not show; without those that there are not. */
    members: async (ids: readonly string[]) => {
      for (const id of ids) if (!members.has(id)) asked.add(id)
      await settle()
      return ids.flatMap((id) => members.get(id) ?? [])
    },
    /** The fleet as it is now, in the order of places. */
    look: async (): Promise<Look> => {
      await settle()
      const age = now() - orderedAt
      if (look && !(isStale ? age > orderAgainAfter * orderMs : age > orderAnywayMs)) return look
      return order()
    },
  }
}

export type Fleet = ReturnType<typeof createFleet>
