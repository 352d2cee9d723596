import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { findProgram } from '@lading/services/find-program'
import { freePort } from '@lading/services/free-port'
import { startPostgres } from '@lading/services/postgres'
import { startRedis } from '@lading/services/redis'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { openQueue, type Queue, QueueUnavailable } from '@lading/store/queue/open'
import { prepareQueue } from '@lading/store/queue/prepare'
import { type Handlers, openWorker } from '@lading/store/queue/worker'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

type Server = { url: string; stop: () => Promise<unknown> }

const backEnds: [string, boolean, (directory: string) => Promise<Server>][] = [
  ['PostgreSQL', true, (directory) => startPostgres({ directory })],
  ['Redis', findProgram('redis-server') !== undefined, (directory) => startRedis({ directory })],
]

const soon = { timeout: 8_000, interval: 20 }

describe.each(backEnds)('the queue on %s', (_, available, start) => {
  describe.skipIf(!available)('', () => {
    let server: Server
    let queue: Queue
    let directory: Awaited<ReturnType<typeof temporaryDirectory>>
    const closers: (() => Promise<unknown>)[] = []

    beforeAll(async () => {
      directory = await temporaryDirectory()
      server = await start(directory.path)
      await prepareQueue(server.url)
      queue = openQueue(server.url)
    })
    afterEach(async () => {
      for (const close of closers.splice(0).reverse()) await close()
    })
    afterAll(async () => {
      await queue?.close()
      await server?.stop()
      await directory?.remove()
    })

    const nothing = async () => {}
    const work = async (handlers: Partial<Handlers>, options: Partial<Parameters<typeof openWorker>[2]> = {}) => {
      const worker = await openWorker(
        server.url,
        { track: nothing, plan: nothing, ...handlers },
        { concurrency: 4, onFailed: () => {}, ...options },
      )
      closers.push(worker.close)
      return worker
    }
    const trackOf = (deviceId: string) => ({ data: { deviceId }, deduplicationId: deviceId })

    test('Preparing twice, and twice at once, does no harm.', async () => {
      await Promise.all([prepareQueue(server.url), prepareQueue(server.url)])
    })

    test('However often a device is asked for, one job waits for it.', async () => {
      for (let round = 0; round < 5; round++) await queue.request('track', [trackOf('a'), trackOf('b'), trackOf('a')])
      expect(await queue.counts()).toMatchObject({ waiting: 2, active: 0 })
      const seen: string[] = []
      await work({ track: async ({ deviceId }) => seen.push(deviceId) })
      await vi.waitFor(async () => expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 }), soon)
      expect(seen.toSorted()).toEqual(['a', 'b'])
    })

    test('The same name under two kinds of job is two pieces of work.', async () => {
      await queue.request('track', [{ data: { deviceId: 'x' }, deduplicationId: 'x' }])
      await queue.request('plan', [{ data: { shipmentId: 'x' }, deduplicationId: 'x' }])
      expect(await queue.counts()).toMatchObject({ waiting: 2 })
      await work({})
      await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0 }), soon)
    })

    test('Asked for while it runs, a job runs exactly once more, never beside itself.', async () => {
      const runs: { release: () => void }[] = []
      let running = 0
      let atOnce = 0
      await work({
        track: async () => {
          running++
          atOnce = Math.max(atOnce, running)
          await new Promise<void>((resolve) => runs.push({ release: resolve }))
          running--
        },
      })
      await queue.request('track', [trackOf('c')])
      await vi.waitFor(() => expect(runs).toHaveLength(1), soon)
      for (let round = 0; round < 4; round++) await queue.request('track', [trackOf('c')])
      runs[0]?.release()
      await vi.waitFor(() => expect(runs).toHaveLength(2), soon)
      runs[1]?.release()
      await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0 }), soon)
      expect(runs).toHaveLength(2)
      expect(atOnce).toBe(1)
    })

    test('A job that fails is tried again; asking for it meanwhile does not make it two.', async () => {
      let tries = 0
      const failures: { attempt: number; willRetry: boolean }[] = []
      const track = async () => {
        tries++
        if (tries === 1) throw new Error('the first time fails')
      }
      await work({ track }, { onFailed: (_error, { attempt, willRetry }) => failures.push({ attempt, willRetry }) })
      await queue.request('track', [trackOf('d')])
      await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ delayed: 1 }), soon)
      await queue.request('track', [trackOf('d')])
      await vi.waitFor(() => expect(tries).toBe(2), soon)
      await vi.waitFor(async () => expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 }), soon)
      expect(tries).toBe(2)
      expect(failures).toEqual([{ attempt: 1, willRetry: true }])
    })

    test('A job that keeps failing is given up, can be found with its reason, and does not bar the next one.', async () => {
      let broken = true
      const done: string[] = []
      const plan = async ({ shipmentId }: { shipmentId: string }) => {
        if (broken) throw new Error('no such shipment')
        done.push(shipmentId)
      }
      await work({ plan })
      await queue.request('plan', [{ data: { shipmentId: 's-1' }, deduplicationId: 's-1' }])
      await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ failed: 1 }), { timeout: 40_000, interval: 200 })
      expect(await queue.failed(10)).toMatchObject([{ name: 'plan', data: { shipmentId: 's-1' }, attempts: 5, reason: 'no such shipment' }])
      broken = false
      await queue.request('plan', [{ data: { shipmentId: 's-1' }, deduplicationId: 's-1' }])
      await vi.waitFor(() => expect(done).toEqual(['s-1']), soon)
    })

    const partOf = (part: string) => ({
      name: 'train-part' as const,
      data: { runId: 'run', model: 'arrival' as const, part },
      id: `run-${part}`,
    })
    const finish = { name: 'train-finish' as const, data: { runId: 'run', model: 'arrival' as const }, id: 'run-finish' }

    test('Of a flow, the last piece of work comes after all the others.', async () => {
      const seen: string[] = []
      await queue.flow([partOf('a'), partOf('b'), partOf('c')], finish)
      expect(await queue.counts()).toMatchObject({ waiting: 3 })
      await work({ 'train-part': async ({ part }) => seen.push(part), 'train-finish': async ({ runId }) => seen.push(runId) })
      await vi.waitFor(() => expect(seen).toHaveLength(4), soon)
      expect(seen.slice(0, 3).toSorted()).toEqual(['a', 'b', 'c'])
      expect(seen[3]).toBe('run')
    })

    test('A flow that is asked for twice is done once, and one without other pieces is its last.', async () => {
      const seen: string[] = []
      for (let times = 0; times < 2; times++) await queue.flow([partOf('d')], finish)
      await work({ 'train-part': async ({ part }) => seen.push(part), 'train-finish': async ({ runId }) => seen.push(runId) })
      await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0 }), soon)
      await vi.waitFor(() => expect(seen).toEqual(['d', 'run']), soon)
      await queue.flow([], { ...finish, id: 'alone-finish' })
      await vi.waitFor(() => expect(seen).toEqual(['d', 'run', 'run']), soon)
    })

    test('A piece of a flow that is given up does not keep the last one from coming.', async () => {
      const seen: string[] = []
      const broken = async () => {
        throw new Error('cannot be tested')
      }
      await work({ 'train-part': broken, 'train-finish': async ({ runId }) => seen.push(runId) })
      await queue.flow([partOf('e')], { ...finish, id: 'after-failure' })
      await vi.waitFor(() => expect(seen).toEqual(['run']), { timeout: 40_000, interval: 200 })
    })

    test('A job that is to repeat does, once for two processes that both ask for it.', async () => {
      let sweeps = 0
      const sweep = async () => {
        sweeps++
      }
      await queue.repeat('sweep', {}, 300)
      await queue.repeat('sweep', {}, 300)
      await work({ sweep })
      await work({ sweep })
      await vi.waitFor(() => expect(sweeps).toBeGreaterThanOrEqual(3), soon)
      expect(await queue.counts()).toMatchObject({ waiting: 0 })
      await queue.repeat('sweep', {}, 3_600_000)
    })

    test('A job whose process is killed in the middle of it runs again elsewhere.', async () => {
      await queue.request('track', [trackOf('killed')])
      const script = fileURLToPath(new URL('worker-that-hangs.ts', import.meta.url))
      const child = spawn(process.execPath, [script, server.url], { stdio: ['ignore', 'pipe', 'inherit'] })
      await once(child.stdout, 'data')
      child.kill('SIGKILL')
      await once(child, 'exit')
      const seen: string[] = []
      await work({ track: async ({ deviceId }) => seen.push(deviceId) }, { lockMs: 1_000 })
      // In Redis, workers look for such jobs in turn: the turn of a worker of an earlier test lasts up to 15 s.
      await vi.waitFor(() => expect(seen).toEqual(['killed']), { timeout: 40_000, interval: 50 })
    })

    test('A worker closes only after the job at hand is done.', async () => {
      // That the queue counts a job as active does not mean yet that its handler has begun.
      const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      let finished = false
      const worker = await work({
        track: async () => {
          begun.resolve()
          await released.promise
          finished = true
        },
      })
      await queue.request('track', [trackOf('e')])
      await begun.promise
      const closed = worker.close()
      released.resolve()
      await closed
      expect(finished).toBe(true)
    })
  })
})

describe.each(['redis', 'postgres'])('a queue on %s that nobody serves', (scheme) => {
  test('Requests are refused rather than held, and closing works.', async () => {
    const url = `${scheme}://127.0.0.1:${await freePort()}`
    const queue = openQueue(url, { timeoutMs: 500 })
    const request = () => queue.request('track', [{ data: { deviceId: 'a' }, deduplicationId: 'a' }])
    await expect(request()).rejects.toThrow(QueueUnavailable)
    await expect(request()).rejects.toThrow(QueueUnavailable)
    await expect(queue.flow([], { name: 'sweep', data: {}, id: 'a' })).rejects.toThrow(QueueUnavailable)
    await queue.close()
  })

  test('A worker says so instead of waiting for ever.', async () => {
    const url = `${scheme}://127.0.0.1:${await freePort()}`
    const nothing = async () => {}
    const opening = openWorker(url, { track: nothing }, { concurrency: 1, onFailed: () => {} })
    await expect(opening).rejects.toThrow('does not answer')
  })
})
