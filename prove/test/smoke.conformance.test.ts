import { runScenario } from '@lading/prove/run'
import { influxFaults } from '@lading/prove/scenarios/influx-faults'
import { ingestTerminated } from '@lading/prove/scenarios/ingest-terminated'
import { findProgram } from '@lading/services/find-program'
import { describe, expect, test } from 'vitest'

const patience = { timeout: 120_000 }

test('In the embedded run, ingest ends under load without losing a message.', patience, async () => {
  const result = await runScenario(ingestTerminated, { embedded: true, quick: true }, () => {})
  expect(result).toMatchObject({ sent: 10_000, acknowledged: 10_000, stored: 10_000, lost: 0 })
})

const missing = ['mosquitto', 'influxd', 'redis-server'].some((program) => !findProgram(program))
const cut = influxFaults.find(({ name }) => name === 'influx-cut-before-answer')

describe.skipIf(missing || !cut)('On real servers', () => {
  test('Writes that InfluxDB never confirms are repeated, and nothing is lost.', patience, async () => {
    const result = await runScenario(cut as NonNullable<typeof cut>, { embedded: false, quick: true }, () => {})
    expect(result).toMatchObject({ lost: 0, duplicates: 0 })
    expect(result.stored).toBe(result.sent)
  })
})
