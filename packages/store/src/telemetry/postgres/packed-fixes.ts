import type { Fix } from '../telemetry-store.ts'

// A track has thousands of fixes: as rows of numbers in decimals they cost the reader ten times what they cost as the bytes of one value.
// Five of eight bytes a fix, in the order of the network: microseconds since 2000, then four doubles; what is not known is not a number.
const unknown = `'\\x7ff8000000000000'::bytea`
const width = 5 * 8
const from2000Ms = Date.UTC(2000, 0)

/** The fixes that a statement selects with the columns of readings, in its order, as one value called `packed`. */
export const packed = (statement: string) => `
  select string_agg(
    timestamptz_send(recorded_at) || float8send(lat) || float8send(lon)
      || coalesce(float8send(speed_kmh), ${unknown}) || coalesce(float8send(heading_deg), ${unknown}),
    ''::bytea
  ) as packed from (${statement}) fixes`

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
