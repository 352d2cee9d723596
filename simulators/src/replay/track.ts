/** A recorded track, oldest fix first: what is sent, and when it was recorded. */
export type TrackMessage = { atMs: number; lat: number; lon: number; payloadAt: (atMs: number) => string }
export type Track = {
  fixes: TrackMessage[]
  /** Messages without a position, such as last wills; sent after the fix before them, as they are. */
  others: { afterFix: number; payload: string }[]
}

/** The same track with its last fix in the second of `endMs`: OwnTracks tells whole seconds, and a rounded time would lie before the booking. */
export const rebase = (track: Track, endMs: number): Track => {
  const secondMs = Math.floor(endMs / 1000) * 1000
  const shiftMs = secondMs - (track.fixes.at(-1)?.atMs ?? secondMs)
  return { ...track, fixes: track.fixes.map((fix) => ({ ...fix, atMs: fix.atMs + shiftMs })) }
}
