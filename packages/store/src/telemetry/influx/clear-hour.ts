import type { Reading } from '@lading/shared/domain/reading'
import { TelemetryUnavailable } from '../telemetry-store.ts'
import type { Connection } from './connection.ts'
import type { Delete } from './deletion.ts'
import { type Stretch, selectUncounted } from './hourly-statements.ts'
import { toLines } from './line-protocol.ts'
import { toReading } from './to-reading.ts'
import { lateMeasurement, toLateLine } from './with-late-copies.ts'

const linesAtOnce = 5_000

/** Writes what InfluxDB has taken before, so that it has no reason to refuse it. */
export const writeAll = async <Item>({ write }: Pick<Connection, 'write'>, items: Item[], toText: (items: Item[]) => string) => {
  for (let from = 0; from < items.length; from += linesAtOnce) {
    const refused = await write(toText(items.slice(from, from + linesAtOnce)))
    if (refused) throw new TelemetryUnavailable(`InfluxDB did not take what was thinned: ${refused}`)
  }
}

/**
 * Deletes the readings of an hour whose figures are durable, and keeps those that came too late for the figures: they are set
 * aside, and put back. Those that come in this very moment were set aside by whoever wrote them. Cut off anywhere, it can begin again.
 */
export const clearHour = async (connection: Connection, remove: Delete, hour: Stretch, receivedBeforeMs: number) => {
  const uncountedIn = async (measurement: string): Promise<Reading[]> => {
    const [devices = []] = await connection.ask(selectUncounted(measurement, hour, receivedBeforeMs))
    return devices.flatMap(({ device, rows }) => rows.map((row) => toReading(device, row)))
  }
  const setAside = (readings: Reading[]) => readings.map((reading) => `${toLateLine(reading)}\n`).join('')
  await writeAll(connection, await uncountedIn('reading'), setAside)
  await remove('reading', hour)
  await writeAll(connection, await uncountedIn(lateMeasurement), toLines)
}
