import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@lading/services/free-port'

const mainOf = (name: 'ingest' | 'workers') => fileURLToPath(new URL(`../../../packages/${name}/src/main.ts`, import.meta.url))

type Options = { name: 'ingest' | 'workers'; env: Record<string, string>; logFile: string }

/** Ingest or the workers as they run for real, a process of their own. Its log goes to `logFile`. */
export const startProcess = async ({ name, env, logFile }: Options) => {
  const healthPort = await freePort()
  const child = spawn(process.execPath, [mainOf(name)], {
    env: { ...process.env, ...env, HEALTH_PORT: String(healthPort), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = createWriteStream(logFile, { flags: 'a' })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const address = `http://127.0.0.1:${healthPort}`

  const end = async (signal: NodeJS.Signals) => {
    const askedAt = performance.now()
    child.kill(signal)
    const [code] = await exited
    log.end()
    return { code, seconds: (performance.now() - askedAt) / 1_000 }
  }
  return {
    /** Resolves once it reaches what it works with. */
    ready: async () => {
      const deadline = performance.now() + 30_000
      for (;;) {
        const isReady = await fetch(`${address}/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        )
        if (isReady) return
        if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${name} does not get ready [log: ${logFile}]`)
        await sleep(50)
      }
    },
    metric: async (name: string) => {
      const text = await (await fetch(`${address}/metrics`)).text()
      return Number(text.match(new RegExp(`^${name}(?:{[^}]*})? (\\S+)$`, 'm'))?.[1] ?? Number.NaN)
    },
    /** Whether it has ended by itself. */
    hasEnded: () => child.exitCode !== null,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

export type PlatformProcess = Awaited<ReturnType<typeof startProcess>>
