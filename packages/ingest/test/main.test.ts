import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('With a configuration that cannot be used, ingest ends at once and names every problem in one message.', () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const env = { PATH: process.env.PATH, MQTT_URL: 'not a url', INGEST_BATCH_MAX: '0' }
  const { status, stderr, stdout } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stdout).toBe('')
  for (const name of ['POSTGRES_URL', 'MQTT_URL', 'INGEST_BATCH_MAX']) expect(stderr).toContain(name)
  expect(stderr).not.toContain('    at ')
})
