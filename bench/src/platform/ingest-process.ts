import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { nodeArguments, nodeEnvironment } from '@lading/services/node-arguments'
import { waitUntilReady } from './wait-until-ready.ts'

const main = fileURLToPath(new URL('../../../packages/ingest/src/main.ts', import.meta.url))

/** Ingest with everything on, watched through its own metrics. NODE_OPTIONS, such as --cpu-prof, reaches it too. */
export const startIngest = async ({ env, healthPort }: { env: Record<string, string>; healthPort: number }) => {
  const child = spawn(process.execPath, [...nodeArguments, main], {
    env: { ...nodeEnvironment, ...process.env, ...env, HEALTH_PORT: String(healthPort), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const exited = once(child, 'exit')
  const address = `http://127.0.0.1:${healthPort}`
  let peakRssBytes = 0

  const metrics = async () => {
    const text = await (await fetch(`${address}/metrics`)).text()
    const figure = (name: string) => Number(text.match(new RegExp(`^${name} (\\S+)$`, 'm'))?.[1] ?? Number.NaN)
    peakRssBytes = Math.max(peakRssBytes, figure('process_resident_memory_bytes'))
    return { stored: figure('lading_ingest_stored_total'), cpuSeconds: figure('process_cpu_seconds_total') }
  }

  await waitUntilReady('ingest', `${address}/health/ready`, child)

  return {
    metrics,
    peakRssBytes: () => peakRssBytes,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
