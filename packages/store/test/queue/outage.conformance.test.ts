import { findProgram } from '@lading/services/find-program'
import { freePort } from '@lading/services/free-port'
import { startPostgres } from '@lading/services/postgres'
import { startRedis } from '@lading/services/redis'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { openQueue, QueueUnavailable } from '@lading/store/queue/open'
import { prepareQueue } from '@lading/store/queue/prepare'
import { openWorker } from '@lading/store/queue/worker'
import { afterEach, describe, expect, test, vi } from 'vitest'

type Start = (options: { directory: string; port: number }) => Promise<{ url: string; stop: () => Promise<unknown> }>

const backEnds: [string, boolean, Start][] = [
  ['PostgreSQL', true, startPostgres],
  ['Redis', findProgram('redis-server') !== undefined, startRedis],
]

describe.each(backEnds)('the queue on %s, when that goes away and comes back', (_, available, start) => {
  describe.skipIf(!available)('', () => {
    const closers: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const close of closers.splice(0).reverse()) await close()
    })

    test('Requests fail soon meanwhile; afterwards queue and worker go on by themselves, having said little.', async () => {
      const directory = await temporaryDirectory()
      closers.push(directory.remove)
      const where = { directory: directory.path, port: await freePort() }
      let server = await start(where)
      closers.push(() => server.stop())
      await prepareQueue(server.url)

      const seen: string[] = []
      const said: string[] = []
      const sayAs = (who: string) => (error: Error) => said.push(`${who}: ${error.message}`)
      const nothing = async () => {}
      const queue = openQueue(server.url, { onError: sayAs('queue') })
      closers.push(queue.close)
      const handlers = {
        track: async ({ deviceId }: { deviceId: string }) => seen.push(deviceId),
        plan: nothing,
        sweep: nothing,
        retain: nothing,
      }
      const worker = await openWorker(server.url, handlers, { concurrency: 2, onFailed: sayAs('job'), onError: sayAs('worker') })
      closers.push(worker.close)
      const request = (deviceId: string) => queue.request('track', [{ data: { deviceId }, deduplicationId: deviceId }])

      await request('before')
      await vi.waitFor(() => expect(seen).toEqual(['before']), { timeout: 10_000, interval: 50 })
      await server.stop()
      await expect(request('meanwhile')).rejects.toThrow(QueueUnavailable)
      server = await start(where)
      await vi.waitFor(() => request('after'), { timeout: 20_000, interval: 500 })
      await vi.waitFor(() => expect(seen).toContain('after'), { timeout: 40_000, interval: 100 })
      expect(new Set(said).size).toBe(said.length)
    })
  })
})
