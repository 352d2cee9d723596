import type { Forgotten, Passing } from '../telemetry-store.ts'
import type { Connection } from './connection.ts'
import { deletionOf } from './deletion.ts'
import { selectDevicesBefore } from './hourly-statements.ts'

/** A device that brought old readings of late keeps them all until it no longer does: InfluxDB does not delete by what is in a field. */
export const forgetReadings = async (connection: Connection, { recordedBeforeMs, receivedBeforeMs }: Passing): Promise<Forgotten> => {
  const remove = await deletionOf(connection)
  if ('why' in remove) return { outcome: 'impossible', why: remove.why }
  const past = { fromMs: 0, untilMs: Math.trunc(recordedBeforeMs) }
  const [old = [], recent = []] = await connection.ask(selectDevicesBefore(past.untilMs, receivedBeforeMs))
  const spared = new Set(recent.map(({ device }) => device))
  if (spared.size === 0 && old.length > 0) await remove('reading', past)
  else for (const { device } of old) if (!spared.has(device)) await remove('reading', past, device)
  await remove('reading_hourly', past)
  await remove('thinned_hour', past)
  return { outcome: 'forgotten' }
}
