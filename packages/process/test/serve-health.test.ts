import { serveHealth } from '@lading/process/serve-health'
import { freePort } from '@lading/services/free-port'
import { expect, test } from 'vitest'

test('A process says that it lives, whether it can work and what is missing, and what it counts.', async () => {
  const port = await freePort()
  let missing: string | undefined = 'not subscribed'
  const health = await serveHealth({
    port,
    ready: async () => {
      if (missing) throw new Error(missing)
    },
    metrics: async () => 'stored_total 3\n',
  })
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    return [response.status, await response.text()]
  }
  expect(await ask('/health/live')).toEqual([200, '{"status":"live"}'])
  expect(await ask('/health/ready')).toEqual([503, '{"status":"not-ready","detail":"not subscribed"}'])
  missing = undefined
  expect(await ask('/health/ready')).toEqual([200, '{"status":"ready"}'])
  expect(await ask('/metrics')).toEqual([200, 'stored_total 3\n'])
  expect((await ask('/etc/passwd'))[0]).toBe(404)
  await health.close()
  await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow()
})

test('Port 0 serves nothing.', async () => {
  const health = await serveHealth({ port: 0, ready: async () => {}, metrics: async () => '' })
  await health.close()
})
