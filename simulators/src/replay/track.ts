/** A recorded track, oldest fix first: what is sent, and when it was recorded. */
export type TrackMessage = { atMs: number; lat: number; lon: number; payloadAt: (atMs: number) => string }
export type Track = {
  fixes: TrackMessage[]
  /** Messages without a position, such as last wills; sent after the fix before them, as they are. */
  others: { afterFix: number; payload: string }[]
}

/** The same track with its last fix at `endMs`. */
export const rebase = (track: Track, endMs: number): Track => {
  const shiftMs = endMs - (track.fixes.at(-1)?.atMs ?? endMs)
  return { ...track, fixes: track.fixes.map((fix) => ({ ...fix, atMs: fix.atMs + shiftMs })) }
}
