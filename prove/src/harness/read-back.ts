import type { Database } from '@lading/store/postgres/open'
import type { Kept } from './kept.ts'
import { letterKey, readingKey } from './message.ts'

type Sql = Database['sql']

/** Asks the databases themselves, past every proxy and past the code that is on trial. */
export const createReadBack =
  ({ sql, influx }: { sql: Sql; influx?: { url: string; database: string } | undefined }) =>
  async (): Promise<Kept> => {
    const [times, letters] = await Promise.all([influx ? timesInInflux(influx) : timesInPostgres(sql), lettersIn(sql)])
    const kept: Kept = { readings: new Set(), letters: new Map(), devices: new Set(times.keys()), topics: new Set() }
    for (const [device, all] of times) for (const time of all) kept.readings.add(readingKey(device, time))
    for (const { topic, payload } of letters) {
      const key = letterKey(topic, payload)
      kept.letters.set(key, (kept.letters.get(key) ?? 0) + 1)
      kept.topics.add(topic)
    }
    return kept
  }

/** The times of all readings by device, in milliseconds since 1970. */
type Times = Map<string, number[]>

const timesInInflux = async ({ url, database }: { url: string; database: string }): Promise<Times> => {
  const statement = 'SELECT "receivedAtMs" FROM "reading" GROUP BY "device"'
  const answer = await fetch(`${url}/query?db=${database}&epoch=ms&q=${encodeURIComponent(statement)}`)
  const { results, error } = (await answer.json()) as InfluxAnswer
  const problem = error ?? results?.[0]?.error
  if (problem) throw new Error(`InfluxDB cannot be read: ${problem}`)
  return new Map((results?.[0]?.series ?? []).map(({ tags, values }) => [tags.device, values.map(([time]) => time)]))
}

type InfluxAnswer = {
  error?: string
  results?: { error?: string; series?: { tags: { device: string }; values: [number, unknown][] }[] }[]
}

const timesInPostgres = async (sql: Sql): Promise<Times> => {
  const rows = await sql<{ device: string; times: number[] }[]>`
    select device_id as device, array_agg((extract(epoch from recorded_at) * 1000)::float8) as times from reading group by 1`
  return new Map(rows.map(({ device, times }) => [device, times]))
}

const lettersIn = (sql: Sql) => sql<{ topic: string; payload: Buffer }[]>`select topic, payload from dead_letter`
