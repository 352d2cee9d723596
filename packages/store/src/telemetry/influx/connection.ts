import { HttpError, InfluxDB } from '@influxdata/influxdb-client'
import { TelemetryUnavailable } from '../telemetry-store.ts'

export type InfluxSettings = {
  url: string
  database: string
  token?: string | undefined
  username?: string | undefined
  password?: string | undefined
  timeoutMs?: number
  /** A reading that comes so long after it was made may come while its hour is thinned; see `with-late-copies.ts`. */
  lateAfterMs?: number
}

/** The answer to a statement, as 1.x, 2.x and 3.x give it. */
export type InfluxAnswer = {
  results?: { series?: { tags?: { device?: string }; columns: string[]; values: unknown[][] }[]; error?: string }[]
  error?: string
}

export type Row = Record<string, unknown>

// 1.x asks for a user, 2.x and 3.x for a token.
const authorization = ({ username, password }: InfluxSettings): Record<string, string> =>
  username ? { authorization: `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}` } : {}

/** What was sent is at fault, not the database: sending it again would be refused again. */
const faultOfTheData = [400, 413, 422]

/** InfluxDB's own words where it gave any; the client repeats them around the raw body. */
const wordsOf = (error: Error) =>
  error instanceof HttpError ? `${error.statusCode} ${error.json?.error ?? error.body ?? error.statusMessage}`.trim() : error.message

/**
 * Speaks what InfluxDB 1.x, 2.x and 3.x have in common: line protocol to /write and InfluxQL to /query. The client's own
 * retries are not in play here, so a request is made once, and ends within `timeoutMs` even if nobody answers.
 */
export const createConnection = (settings: InfluxSettings) => {
  const { url, database, token, timeoutMs = 10_000 } = settings
  const headers = authorization(settings)
  const influx = new InfluxDB({ url, token: settings.username ? undefined : token, timeout: timeoutMs, headers })
  const db = encodeURIComponent(database)

  const request = (method: 'GET' | 'POST', path: string, body: string, contentType: string): Promise<unknown> =>
    // The client's own time-out leaves the socket open; the signal closes it.
    influx.transport.request(path, body, {
      method,
      headers: { 'content-type': contentType },
      signal: AbortSignal.timeout(timeoutMs),
    })

  /** The series of each statement, which are separated by semicolons. POST is for what is too long for an address. */
  const ask = async (statements: string, method: 'GET' | 'POST' = 'GET') => {
    const path = `/query?db=${db}&epoch=ms`
    const q = `q=${encodeURIComponent(statements)}`
    let answer: InfluxAnswer
    try {
      const asked =
        method === 'GET'
          ? request('GET', `${path}&${q}`, '', 'application/json')
          : request('POST', path, q, 'application/x-www-form-urlencoded')
      answer = (await asked) as InfluxAnswer
    } catch (cause) {
      throw new TelemetryUnavailable(`InfluxDB did not answer: ${wordsOf(cause as Error)}`, { cause })
    }
    const error = answer.error ?? answer.results?.find((result) => result.error)?.error
    if (error) throw new TelemetryUnavailable(`InfluxDB answered with an error: ${error}`)
    return (answer.results ?? []).map(({ series = [] }) =>
      series.map(({ tags, columns, values }) => ({
        device: tags?.device ?? '',
        rows: values.map((each): Row => Object.fromEntries(columns.map((column, at) => [column, each[at]]))),
      })),
    )
  }

  /** Rows of one statement's first series. */
  const query = async (statement: string): Promise<Row[]> => {
    const [result] = await ask(statement)
    return result?.[0]?.rows ?? []
  }

  /** Carries out what is asked, and answers what InfluxDB says to it. */
  const order = async (method: 'GET' | 'POST', path: string, body = '', contentType = 'application/json'): Promise<unknown> => {
    try {
      return await request(method, path, body, contentType)
    } catch (cause) {
      throw new TelemetryUnavailable(`InfluxDB did not do it: ${wordsOf(cause as Error)}`, { cause })
    }
  }

  return {
    query,
    /** For statements with GROUP BY "device": of each statement, the rows of each device. */
    ask,
    order,
    database,
    /** Such as 1.6.7; nothing where InfluxDB does not say. */
    version: async (): Promise<string | undefined> => {
      let said: unknown
      try {
        await influx.transport.request(
          '/ping',
          '',
          { method: 'GET', signal: AbortSignal.timeout(timeoutMs) },
          (answered) => (said = answered['x-influxdb-version'] ?? answered['X-Influxdb-Version']),
        )
      } catch (cause) {
        throw new TelemetryUnavailable(`InfluxDB did not answer: ${wordsOf(cause as Error)}`, { cause })
      }
      return typeof said === 'string' ? said.replace(/^v/, '') : undefined
    },
    /** Resolves with nothing once the lines are durable, or with InfluxDB's words when it refused (some of) them. */
    write: async (lines: string): Promise<string | undefined> => {
      try {
        await request('POST', `/write?db=${db}&precision=ms`, lines, 'text/plain; charset=utf-8')
        return undefined
      } catch (cause) {
        if (cause instanceof HttpError && faultOfTheData.includes(cause.statusCode)) return wordsOf(cause)
        throw new TelemetryUnavailable(`InfluxDB did not take the readings: ${wordsOf(cause as Error)}`, { cause })
      }
    },
    /** Resolves if the database is there and may be read: an InfluxDB without it answers /ping, and SHOW, just as well. */
    probe: async () => {
      await query(`SELECT "receivedAtMs" FROM "reading" WHERE "device" = '' LIMIT 1`)
    },
    /** Asks InfluxDB 1.x for the database; 2.x and 3.x answer with an error, as there a person or the first write makes it. */
    createDatabase: async () => {
      const statement = `CREATE DATABASE "${database.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
      await request('POST', `/query?q=${encodeURIComponent(statement)}`, '', 'application/x-www-form-urlencoded')
    },
  }
}

export type Connection = ReturnType<typeof createConnection>
