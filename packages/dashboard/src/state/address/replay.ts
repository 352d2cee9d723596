/** How fast a replay goes: seconds of the journey in a second at the screen. */
export const replaySpeeds = [60, 600, 3600, 21_600, 86_400] as const
export type ReplaySpeed = (typeof replaySpeeds)[number]

/** Beyond this many the map says nothing any more. */
export const replayedMost = 20

/** What the address says of a replay; without a time it stands at the beginning. */
export type Replay = { ids: readonly string[]; atMs: number | undefined; speed: ReplaySpeed }

const usual: ReplaySpeed = 3600

export const replayOf = (ids: readonly string[], atMs?: number): Replay => ({ ids: ids.slice(0, replayedMost), atMs, speed: usual })

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads `replay=…&at=…&speed=…`; what it does not know it leaves out. */
export const readReplay = (query: URLSearchParams): Replay | undefined => {
  const ids = [...new Set((query.get('replay') ?? '').split(',').filter((id) => uuid.test(id)))]
  if (ids.length === 0) return undefined
  const atMs = Date.parse(query.get('at') ?? '')
  return {
    ...replayOf(ids, Number.isNaN(atMs) ? undefined : atMs),
    speed: replaySpeeds.find((speed) => String(speed) === query.get('speed')) ?? usual,
  }
}

export const writeReplay = (replay: Replay | undefined): [string, string][] =>
  replay
    ? [
        ['replay', replay.ids.join(',')],
        ['at', replay.atMs === undefined ? '' : new Date(replay.atMs).toISOString().replace('.000Z', 'Z')],
        ['speed', replay.speed === usual ? '' : String(replay.speed)],
      ]
    : []
