import type { Connection, Row } from './connection.ts'
import type { Stretch } from './hourly-statements.ts'
import { text } from './statements.ts'

/** Deletes from a measurement what lies in a stretch of time, of all devices or of one. */
export type Delete = (measurement: string, stretch: Stretch, deviceId?: string) => Promise<void>

/** How this InfluxDB deletes, or why it does not. */
export const deletionOf = async (connection: Connection): Promise<Delete | { why: string }> => {
  const version = await connection.version()
  if (version?.startsWith('1.')) return deleteByStatement(connection)
  if (version?.startsWith('2.')) return deleteByBucket(connection)
  // InfluxDB 3 deletes whole tables and databases only, and InfluxDB Cloud names no version.
  return { why: `InfluxDB ${version ?? 'of an unknown version'} deletes no readings: set a retention period for its database` }
}

const deleteByStatement =
  ({ order, database }: Connection): Delete =>
  async (measurement, { fromMs, untilMs }, deviceId) => {
    const ofDevice = deviceId === undefined ? '' : ` AND "device" = ${text(deviceId)}`
    const statement = `DELETE FROM "${measurement}" WHERE time >= ${fromMs}ms AND time < ${untilMs}ms${ofDevice}`
    const path = `/query?db=${encodeURIComponent(database)}&q=${encodeURIComponent(statement)}`
    const answer = (await order('POST', path, '', 'application/x-www-form-urlencoded')) as { results?: { error?: string }[] }
    const error = answer.results?.[0]?.error
    // Nothing was ever written to it.
    if (error && !/measurement not found/i.test(error)) throw new Error(`InfluxDB did not delete: ${error}`)
  }

// The bucket has the database's name, as the variable INFLUX_DATABASE says.
const deleteByBucket = async ({ order, database }: Connection): Promise<Delete | { why: string }> => {
  const answer = (await order('GET', `/api/v2/buckets?name=${encodeURIComponent(database)}`)) as { buckets?: Row[] }
  const bucket = answer.buckets?.find(({ name }) => name === database)
  if (!bucket) return { why: `there is no bucket named "${database}" that the token of Lading may read` }
  const path = `/api/v2/delete?bucketID=${bucket.id}&orgID=${bucket.orgID}`
  return async (measurement, { fromMs, untilMs }, deviceId) => {
    const quoted = (value: string) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
    await order(
      'POST',
      path,
      JSON.stringify({
        start: new Date(fromMs).toISOString(),
        // Taken as included or not: nothing of Lading's has a time of a fraction of a millisecond.
        stop: new Date(untilMs - 1).toISOString().replace('Z', '999999Z'),
        predicate: `_measurement=${quoted(measurement)}${deviceId === undefined ? '' : ` AND device=${quoted(deviceId)}`}`,
      }),
    )
  }
}
