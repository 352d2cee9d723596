import { measurementNames, type Reading } from '@lading/shared/domain/reading'

const columns = ['recordedAt', 'deviceId', ...measurementNames] as const

/** Every reading with all that was measured (RFC 4180), oldest first a device; what was not measured is empty. */
export async function* toCsv(readings: AsyncIterable<Reading>): AsyncGenerator<string> {
  yield `${columns.join(',')}\r\n`
  for await (const reading of readings) {
    const values = measurementNames.map((name) => reading[name] ?? '')
    // Names of devices have no signs that CSV would have to quote.
    yield `${[new Date(reading.recordedAtMs).toISOString(), reading.deviceId, ...values].join(',')}\r\n`
  }
}
