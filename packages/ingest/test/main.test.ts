import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
// A process takes seconds to start where many run.
const timeout = 30_000

test('With a configuration that cannot be used, ingest ends at once and names every problem in one message.', { timeout }, () => {
  const env = { PATH: process.env.PATH, MQTT_URL: 'not a url', INGEST_BATCH_MAX: '0' }
  const { status, stderr, stdout } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stdout).toBe('')
  for (const name of ['POSTGRES_URL', 'MQTT_URL', 'INGEST_BATCH_MAX']) expect(stderr).toContain(name)
  expect(stderr).not.toContain('    at ')
})

test('With mappings that cannot be used, ingest ends at once and says which file and what is wrong in it.', { timeout }, async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lading-'))
  const file = join(directory, 'mappings.json')
  await writeFile(file, '{"mappings":[]}')
  const env = { PATH: process.env.PATH, POSTGRES_URL: 'postgres://unused.invalid/lading', INGEST_MAPPINGS: file }
  const { status, stderr } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' })
  await rm(directory, { recursive: true })
  expect(status).toBe(1)
  expect(stderr).toContain(`INGEST_MAPPINGS: ${file} cannot be used`)
  expect(stderr).toContain('/mappings must not have fewer than 1 items')
  expect(stderr).not.toContain('    at ')
})
