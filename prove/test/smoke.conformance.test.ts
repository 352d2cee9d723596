import { runScenario } from '@lading/prove/run'
import { influxFaults } from '@lading/prove/scenarios/influx-faults'
import { wrongClock } from '@lading/prove/scenarios/wrong-clock'
import { findProgram } from '@lading/services/find-program'
import { describe, expect, test } from 'vitest'

const patience = { timeout: 120_000 }

test('In the embedded run, devices with a wrong clock lose nothing either.', patience, async () => {
  const result = await runScenario(wrongClock, { embedded: true, quick: true }, () => {})
  expect(result).toMatchObject({ sent: 4_000, acknowledged: 4_000, lost: 0 })
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
