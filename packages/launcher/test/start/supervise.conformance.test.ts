import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '@lading/services/free-port'
import { isAlive } from '@lading/services/process-of'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readyAt } from '../../src/start/ready.ts'
import { runProcess } from '../../src/start/run-process.ts'
import { supervise } from '../../src/start/supervise.ts'

const entry = 'packages/launcher/test/start/fixtures/serve-health.ts'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
beforeEach(async () => {
  directory = await temporaryDirectory()
})
afterEach(() => directory.remove())

const processOf = async (env: Record<string, string> = {}) => {
  const port = await freePort()
  const said: string[] = []
  const aborter = new AbortController()
  const start = (signal: AbortSignal) =>
    runProcess({
      name: 'sample',
      entry,
      env: { ...process.env, HEALTH_PORT: String(port), ...env },
      logs: directory.path,
      say: (line) => said.push(line),
      signal,
      ready: readyAt(`http://127.0.0.1:${port}/health/ready`),
    })
  const pid = async (): Promise<number> => JSON.parse(await readFile(join(directory.path, 'sample.process.json'), 'utf8')).pid
  return {
    port,
    start,
    said,
    pid,
    signal: aborter.signal,
    supervised: () => supervise({ name: 'sample', start, say: (line) => said.push(line), signal: aborter.signal }),
  }
}

describe('A process of Lading', () => {
  it('that crashes is started again, and the terminal says so.', async () => {
    const { supervised, said, pid } = await processOf()
    const running = await supervised()
    const crashed = await pid()
    process.kill(crashed, 'SIGKILL')
    await vi.waitFor(() => expect(said).toContain('sample runs again'), { timeout: 20_000 })
    expect(said).toContain('sample was ended by SIGKILL; starting it again in 0.5 s')
    const again = await pid()
    expect(again).not.toBe(crashed)
    expect(isAlive(again)).toBe(true)
    await running.stop()
    expect(isAlive(again)).toBe(false)
  })

  it('that is stopped stays stopped, with its log kept.', async () => {
    const { supervised, pid } = await processOf()
    const running = await supervised()
    const stopped = await pid()
    await running.stop()
    expect(isAlive(stopped)).toBe(false)
    expect(await readFile(join(directory.path, 'sample.log'), 'utf8')).toContain('"msg":"started"')
  })

  it('that cannot start gives its reason and where its log is.', async () => {
    const { supervised } = await processOf({ FAIL: 'yes' })
    await expect(supervised()).rejects.toThrow(/^sample ended with code 1: POSTGRES_URL is not set \[log: .*sample\.log\]$/)
  })

  it('has its errors repeated at the terminal, other lines not.', async () => {
    const { start, said, signal, port } = await processOf()
    const running = await start(signal)
    said.length = 0
    await fetch(`http://127.0.0.1:${port}/health/ready`)
    await vi.waitFor(() => expect(said).toEqual(['sample: a question cannot be answered']), { timeout: 10_000 })
    await running.stop()
  })

  it('left running by a supervisor that was killed is ended by the next start.', async () => {
    const { start, pid, signal } = await processOf()
    const orphan = await start(signal)
    const orphaned = await pid()
    const next = await start(signal)
    expect(await orphan.exited).toBe('ended with code 0')
    expect(isAlive(orphaned)).toBe(false)
    await next.stop()
  })
})
