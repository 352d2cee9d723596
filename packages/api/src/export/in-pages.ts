import type { DeviceRange } from '@lading/store/telemetry/telemetry-store'

const pageSize = 10_000

/** All that a device reported in each range, one after the other, without ever holding more than one page of it. */
export async function* inPages<Row extends { recordedAtMs: number }>(
  ranges: DeviceRange[],
  read: (range: DeviceRange, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row & { deviceId: string }> {
  for (const range of ranges) {
    let { fromMs } = range
    for (;;) {
      const page = await read({ ...range, fromMs }, pageSize)
      for (const row of page) yield { ...row, deviceId: range.deviceId }
      const last = page.at(-1)
      if (!last || page.length < pageSize) break
      // A device has one reading an instant.
      fromMs = last.recordedAtMs + 1
    }
  }
}
