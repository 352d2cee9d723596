import { TelemetryUnavailable } from '../telemetry-store.ts'
import { createConnection, type InfluxSettings } from './connection.ts'

/** Sees to it that the database exists. Throws with what to do where it does not and cannot be created from here. */
export const prepareInflux = async (settings: InfluxSettings) => {
  const connection = createConnection(settings)
  const missing = await connection.probe().then(
    () => undefined,
    (error: Error) => error,
  )
  if (!missing) return
  if (!/database not found/i.test(missing.message)) throw missing
  try {
    await connection.createDatabase()
    await connection.probe()
  } catch (cause) {
    throw new TelemetryUnavailable(
      `InfluxDB has no database or bucket "${settings.database}" and does not let it be created: create it, then start again`,
      { cause },
    )
  }
}
