import type { Shipment } from '@lading/shared/contract/shipment'
import { computed, effect, signal, untracked } from '@preact/signals'
import { address, go } from '../address/live-map.ts'
import { type Replay, replayOf } from '../address/replay.ts'
import type { Load } from '../server/load.ts'
import { eventBeside, replayEvents } from './events.ts'
import { type PlaceAt, placeAt, type TimedTrack } from './timed-track.ts'

export type Journey = { shipment: Shipment; track: TimedTrack }

/** What the address says; the map is live without it. */
export const replay = computed(() => address.value.replay)
export const isReplaying = computed(() => replay.value !== undefined)
// As a text, which is the same as long as they are the same.
const joined = computed(() => replay.value?.ids.join(' ') ?? '')
/** Which shipments. */
export const replayedIds = computed<readonly string[]>(() => joined.value.split(' ').filter((id) => id !== ''))
/** The time in the address, which a link or the back button may change. */
const writtenMs = computed(() => replay.value?.atMs)

/** The shipments that are replayed, in the order they were asked for; those that cannot be read are missing. */
export const journeys = signal<readonly Journey[]>([])
export const replayLoad = signal<Load>({ status: 'ready' })

/** The time that the map shows, milliseconds of platform time; nothing before the journeys are here. */
export const replayMs = signal<number | undefined>(undefined)
export const isPlaying = signal(false)

/** From the first report of all to the last one. */
export const replaySpan = computed(() => {
  const ends = journeys.value.flatMap(({ track: { atMs } }) => (atMs.length > 0 ? [atMs[0] as number, atMs.at(-1) as number] : []))
  return ends.length === 0 ? undefined : { fromMs: Math.min(...ends), untilMs: Math.max(...ends) }
})

export const events = computed(() => {
  const span = replaySpan.value
  const all = replayEvents(journeys.value.map(({ shipment }) => shipment))
  return span ? all.filter(({ atMs }) => atMs >= span.fromMs && atMs <= span.untilMs) : []
})

export const startReplay = (ids: readonly string[], atMs?: number) => {
  if (ids.length > 0) go({ replay: replayOf(ids, atMs) })
}

/** Back to the live map. */
export const endReplay = () => {
  if (isReplaying.value) go({ replay: undefined })
}

const change = (part: Partial<Replay>) => {
  if (replay.value) go({ replay: { ...replay.value, ...part } })
}

// A browser lets the address be written only so often.
const settleMs = 400
let writing: ReturnType<typeof setTimeout> | undefined

const writeSoon = () => {
  clearTimeout(writing)
  writing = setTimeout(() => {
    if (!isPlaying.value && replayMs.value !== undefined) change({ atMs: Math.round(replayMs.value / 1000) * 1000 })
  }, settleMs)
}

/** Shows a time of the journey. */
export const seek = (ms: number) => {
  const span = replaySpan.value
  if (!span) return
  replayMs.value = Math.max(span.fromMs, Math.min(span.untilMs, ms))
  writeSoon()
}

/** Goes on, from the beginning if it stands at the end; or holds, and the address says where. */
export const play = (on: boolean) => {
  const span = replaySpan.value
  if (on && (!span || replayMs.value === undefined)) return
  if (on && span && (replayMs.value as number) >= span.untilMs) replayMs.value = span.fromMs
  isPlaying.value = on
  if (!on) writeSoon()
}

/** What passes at the screen is that much more of the journey. */
export const advance = (screenMs: number) => {
  const span = replaySpan.value
  if (!span || replayMs.value === undefined || !replay.value) return
  replayMs.value = Math.min(span.untilMs, replayMs.value + screenMs * replay.value.speed)
  if (replayMs.value === span.untilMs) play(false)
}

/** Takes what was read for a replay, which stands where the address says, or at its beginning. */
export const showJourneys = (read: readonly Journey[]) => {
  journeys.value = read
  const span = replaySpan.value
  replayMs.value = span && Math.max(span.fromMs, Math.min(span.untilMs, writtenMs.peek() ?? span.fromMs))
}

/** Follows the time in the address; returns how to stop. */
export const followWritten = () =>
  effect(() => {
    const ms = writtenMs.value
    untracked(() => {
      // What was just written is of whole seconds.
      if (ms !== undefined && replayMs.value !== undefined && Math.abs(ms - replayMs.value) > 1000 && !isPlaying.value) seek(ms)
    })
  })

export const changeSpeed = (speed: Replay['speed']) => change({ speed })

/** To the next event, or the one before. */
export const toEvent = (direction: 1 | -1) => {
  const event = eventBeside(events.value, replayMs.value ?? 0, direction)
  if (event) seek(event.atMs)
}

/** Where each was at the time that is shown. */
export const replayPlaces = computed<ReadonlyMap<string, PlaceAt>>(() => {
  const ms = replayMs.value
  const places = journeys.value.flatMap(({ shipment: { id }, track }): [string, PlaceAt][] => {
    const place = ms === undefined ? undefined : placeAt(track, ms)
    return place ? [[id, place]] : []
  })
  return new Map(places)
})
