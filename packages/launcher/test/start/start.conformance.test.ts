import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { startAedes } from '@lading/services/aedes'
import { freePort } from '@lading/services/free-port'
import { commandLine } from '@lading/services/process-of'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { projectDirectory } from '../../src/project.ts'
import { onNextPort } from '../../src/start/next-port.ts'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
beforeEach(async () => {
  directory = await temporaryDirectory()
})
afterEach(() => directory.remove())

/** Runs npm start's entry to its end. */
const npmStart = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; errors: string; output: string }>((resolve) => {
    const entry = join(projectDirectory, 'packages/launcher/src/start/main.ts')
    const child = execFile(
      process.execPath,
      [entry, '--data', directory.path, ...args],
      { env: { ...process.env, ...env } },
      (_, output, errors) => resolve({ code: child.exitCode ?? -1, errors, output }),
    )
  })

/** Processes that have the data directory in their command line: what a start would leave running. */
const leftRunning = async () => {
  const { stdout } = await new Promise<{ stdout: string }>((resolve) =>
    execFile('ps', ['-eo', 'pid,args'], (_, stdout) => resolve({ stdout })),
  )
  return stdout.split('\n').filter((line) => line.includes(directory.path) && !line.includes('ps -eo'))
}

describe('npm start', () => {
  it('says in one line that its port is taken, and leaves nothing running.', async () => {
    const taken = createServer()
    const port = await freePort()
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve))
    const { code, errors } = await npmStart(['--port', String(port), '--no-simulators'])
    expect(errors).toBe(`lading: port ${port} is taken: stop what listens on it, or choose another one with --port\n`)
    expect(code).toBe(1)
    expect(await leftRunning()).toEqual([])
    taken.close()
  })

  it('says in one line which variable names a server that cannot be reached, and stops the servers it had started.', async () => {
    const nobody = await freePort()
    const { code, errors } = await npmStart(['--port', String(await freePort()), '--no-simulators'], {
      QUEUE_URL: `redis://:secret@127.0.0.1:${nobody}`,
    })
    expect(errors).toBe(
      `lading: QUEUE_URL names redis://127.0.0.1:${nobody}, which cannot be reached (ECONNREFUSED): start that server, or unset QUEUE_URL\n`,
    )
    expect(code).toBe(1)
    expect(await leftRunning()).toEqual([])
  })

  it('says in one line which address this machine does not have.', async () => {
    const { code, errors } = await npmStart(['--host', '192.0.2.1', '--no-simulators'])
    expect(errors).toBe('lading: this machine has no address 192.0.2.1: choose another --host\n')
    expect(code).toBe(1)
  })

  it('refuses a second run on the same data while the first one lives.', async () => {
    await mkdir(directory.path, { recursive: true })
    await writeFile(join(directory.path, 'lading.lock'), JSON.stringify({ pid: process.pid, command: await commandLine(process.pid) }))
    const { code, errors } = await npmStart(['--no-simulators'])
    expect(errors).toMatch(new RegExp(`^lading: Lading already runs on this data \\(process ${process.pid}\\).*\\n$`))
    expect(code).toBe(1)
  })

  it('answers an unknown flag with one line and code 2.', async () => {
    const { code, errors } = await npmStart(['--prot', '9000'])
    expect(errors).toBe("lading: Unknown option '--prot'. See npm start -- --help\n")
    expect(code).toBe(2)
  })

  it('shows its flags with --help.', async () => {
    const { code, output } = await npmStart(['--help'])
    for (const flag of ['--real', '--reset', '--port', '--devices', '--speed', '--no-simulators', '--data', '--host'])
      expect(output).toContain(flag)
    expect(code).toBe(0)
  })

  it('uses another MQTT port where the usual one is taken.', async () => {
    const first = await startAedes()
    const second = await onNextPort(first.port, (port) => startAedes({ port }))
    expect(second.port).toBeGreaterThan(first.port)
    await second.stop()
    await first.stop()
  })
})
