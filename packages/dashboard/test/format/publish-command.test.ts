import { expect, test } from 'vitest'
import { publishCommand } from '../../src/format/publish-command.ts'

const device = { id: 'reefer-12', secret: 'abc_DEF-123', topic: 'lading/v1/reefer-12/telemetry' }
const at = '2026-03-01T00:00:00.000Z'

test('The command reports as the device, with its secret, to its topic, at least once.', () => {
  const command = publishCommand(device, { host: 'lading.example', port: 1883, tls: false }, at)
  for (const part of ["-i 'reefer-12'", "-u 'reefer-12'", "-P 'abc_DEF-123'", "-t 'lading/v1/reefer-12/telemetry'", '-q 1'])
    expect(command).toContain(part)
  expect(command).toContain('-h lading.example -p 1883 -q')
})

test('What it sends is one reading at the time it was shown.', () => {
  const [, message = ''] = /-m '(.*)'$/.exec(publishCommand(device, { host: 'x', port: 1883, tls: false }, at)) ?? []
  expect(JSON.parse(message)).toEqual({ recordedAt: at, lat: 51.95, lon: 4.05, batteryPct: 90 })
})

test('Where the broker speaks TLS the command does.', () => {
  expect(publishCommand(device, { host: 'x', port: 8883, tls: true }, at)).toContain('-p 8883 --tls-use-os-certs')
})
