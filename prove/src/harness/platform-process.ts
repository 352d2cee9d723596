import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@lading/services/free-port'
import { nodeArguments } from '@lading/services/node-arguments'
import { peakMemoryMb } from './peak-memory.ts'

export type ProcessName = 'ingest' | 'workers' | 'api'

const mainOf = (name: ProcessName) => fileURLToPath(new URL(`../../../packages/${name}/src/main.ts`, import.meta.url))

type Options = { name: ProcessName; env: Record<string, string>; logFile: string }

/** One of the platform's processes as it runs for real, a process of their own. Its log goes to `logFile`. */
export const startProcess = async ({ name, env, logFile }: Options) => {
  const healthPort = await freePort()
  const child = spawn(process.execPath, [...nodeArguments, mainOf(name)], {
    env: { ...process.env, ...env, HEALTH_PORT: String(healthPort), API_PORT: String(healthPort), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = createWriteStream(logFile, { flags: 'a' })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const address = `http://127.0.0.1:${healthPort}`

  let peakMb: number | undefined
  const notePeak = () => {
    peakMb = peakMemoryMb(child.pid) ?? peakMb
  }
  const end = async (signal: NodeJS.Signals) => {
    notePeak()
    const askedAt = performance.now()
    child.kill(signal)
    const [code] = await exited
    log.end()
    return { code, seconds: (performance.now() - askedAt) / 1_000 }
  }
  return {
    name,
    /** Where it serves its health, and the api everything else. */
    address,
    /** Resolves once it reaches what it works with. */
    ready: async () => {
      const deadline = performance.now() + 30_000
      for (;;) {
        const missing = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
          async (answer) => (answer.ok ? undefined : await answer.text()),
          (error: Error) => error.message,
        )
        if (missing === undefined) return
        if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${name} does not get ready: ${missing}`)
        await sleep(50)
      }
    },
    metric: async (name: string) => {
      const text = await (await fetch(`${address}/metrics`)).text()
      return Number(text.match(new RegExp(`^${name}(?:{[^}]*})? (\\S+)$`, 'm'))?.[1] ?? Number.NaN)
    },
    /** The most memory it has had at once, until now or until it was ended. */
    peakMb: () => {
      notePeak()
      return peakMb
    },
    /** Whether it has ended by itself. */
    hasEnded: () => child.exitCode !== null,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

export type PlatformProcess = Awaited<ReturnType<typeof startProcess>>
