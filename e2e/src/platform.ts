import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@lading/services/free-port'
import { until } from './until.ts'

const projectDirectory = fileURLToPath(new URL('../..', import.meta.url))

export type Addresses = {
  dashboard: string
  api: string
  mqtt: string
  login: { email: string; password: string }
  /** People of example partners. */
  partners?: { partner: string; email: string; password: string }[]
  tracking: string[]
  services: Record<'broker' | 'telemetry' | 'postgres' | 'queue', string>
}

/** Starts Lading the way the README says, in a data directory of its own, and resolves when it says that it runs. */
export const startPlatform = async ({ data, args = [], env = {} }: { data: string; args?: string[]; env?: Record<string, string> }) => {
  const port = await freePort()
  const child = spawn('npm', ['start', '--', '--port', String(port), '--data', data, ...args], {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutServices(process.env), ...env },
    // A process group of its own, as a terminal gives it to a command.
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  while (!output.includes('Lading runs.')) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output}`)
    await Promise.race([sleep(200), exited])
  }
  const addresses = JSON.parse(await readFile(join(data, 'addresses.json'), 'utf8')) as Addresses
  return {
    addresses,
    output: () => output,
    /** Presses Ctrl-C, which reaches every process of the terminal's foreground group, and waits until nothing is left; throws after 10 s. */
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), 'SIGINT')
      await exited
      await until(async () => (await processesOf(data)).length === 0, `no process of ${data}`, 10_000)
    },
    logs: async () => {
      const names = await readdir(join(data, 'logs'))
      const entries = await Promise.all(names.map(async (name) => [name, await readFile(join(data, 'logs', name), 'utf8')] as const))
      return Object.fromEntries(entries)
    },
  }
}
export type Platform = Awaited<ReturnType<typeof startPlatform>>

// A developer's own environment must not send the test to his databases.
const withoutServices = ({ MQTT_URL: _1, INFLUX_URL: _2, POSTGRES_URL: _3, QUEUE_URL: _4, ...env }: NodeJS.ProcessEnv) => env

/** Command lines of the processes that still have something to do with the directory. */
const processesOf = async (directory: string) => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return commands.map((command) => command.replaceAll('\0', ' ')).filter((command) => command.includes(directory))
}
