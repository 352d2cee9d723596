import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '@lading/services/free-port'
import { vi } from 'vitest'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** Ingest as it runs for real: a process of its own, killed and started by the tests. */
export const startIngest = async (env: Record<string, string>) => {
  const healthPort = await freePort()
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...env, HEALTH_PORT: String(healthPort) } })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      log += text.toString()
    })
  const exited = once(child, 'exit')
  const health = `http://127.0.0.1:${healthPort}`
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const [code] = await exited
    return code as number | null
  }
  return {
    log: () => log,
    ready: () =>
      vi.waitFor(
        async () => {
          if (child.exitCode !== null) throw new Error(`ingest ended: ${log}`)
          const { status } = await fetch(`${health}/health/ready`)
          if (status !== 200) throw new Error(`not ready: ${log}`)
        },
        { timeout: 20_000, interval: 50 },
      ),
    metric: async (name: string) => {
      const text = await (await fetch(`${health}/metrics`)).text()
      return Number(text.match(new RegExp(`^${name}(?:{[^}]*})? (\\S+)$`, 'm'))?.[1] ?? Number.NaN)
    },
    /** Asks it to end and answers with the exit code. */
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
