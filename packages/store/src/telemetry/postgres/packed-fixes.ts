import type { Fix } from '../fix.ts'

// A track has thousands of fixes: as rows of numbers in decimals they cost the reader ten times what they cost as the bytes of one value.
// Five of eight bytes a fix, in the order of the network: microseconds since 2000, then four doubles; what is not known is not a number.
// A line between two points is nothing but four doubles, which makes one value of four.
const doubles = (...four: [string, string, string, string]) => {
  const [a, b, c, d] = four.map((column) => `coalesce(${column}, 'NaN')`)
  return `lseg_send(lseg(point(${a}, ${b}), point(${c}, ${d})))`
}
const width = 5 * 8
const from2000Ms = Date.UTC(2000, 0)

/** Of fixes with the columns of readings, in their order, all of them as one value: what to select from a statement that gives them. */
export const packed = `string_agg(timestamptz_send(recorded_at) || ${doubles('lat', 'lon', 'speed_kmh', 'heading_deg')}, ''::bytea)`

/** Fixes from that value; none from null. */
export const unpack = (bytes: Buffer | null): Fix[] => {
  if (!bytes) return []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return Array.from({ length: bytes.length / width }, (_, index) => fixAt(view, index * width))
}

const fixAt = (view: DataView, at: number): Fix => {
  const fix: Fix = {
    recordedAtMs: from2000Ms + microsecondsAt(view, at) / 1000,
    lat: view.getFloat64(at + 8),
    lon: view.getFloat64(at + 16),
  }
  const speedKmh = view.getFloat64(at + 24)
  if (!Number.isNaN(speedKmh)) fix.speedKmh = speedKmh
  const headingDeg = view.getFloat64(at + 32)
  if (!Number.isNaN(headingDeg)) fix.headingDeg = headingDeg
  return fix
}

// A number holds them exactly, until the year 2285.
const microsecondsAt = (view: DataView, at: number) => view.getInt32(at) * 2 ** 32 + view.getUint32(at + 4)
