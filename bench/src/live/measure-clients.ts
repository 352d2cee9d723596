import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { user } from '@lading/store/postgres/schema/index'
import { startSession } from '@lading/store/postgres/session/start'
import { preparePublishers } from '../ingest/publishers.ts'
import { percentiles } from '../platform/percentiles.ts'
import type { ClientsAnswer, ClientsTask } from './clients.ts'
import type { LivePlatform } from './platform.ts'

export type ClientsFigures = {
  clients: number
  held: number
  rate: number
  /** Of one core. */
  apiCpuShare: number
  bytesPerClientPerSecond: number
  p50Ms: number | null
  p99Ms: number | null
}

const main = fileURLToPath(new URL('./clients.ts', import.meta.url))
// What one session may hold.
const perCookie = 20
// Half of them look at the whole world, the others at the port where the devices are, and at one where they are not.
const boxes = ['', '', '3.5,51,5.5,53', '113,21,115,23.5']
const connectingMaxMs = 120_000

/** Many clients on one api process, while devices report. */
export const measureClients = async (
  platform: LivePlatform,
  { clients, rate, seconds }: { clients: number; rate: number; seconds: number },
): Promise<ClientsFigures> => {
  const { api, database, target } = platform
  const [person] = await database.db.select({ id: user.id }).from(user).limit(1)
  if (!person) throw new Error('nobody can sign in')
  const cookies: string[] = []
  for (let at = 0; at < clients; at += perCookie) cookies.push(`lading_session=${await startSession(database.db, person.id)}`)
  const task: ClientsTask = { url: api.url, cookies, clients, perCookie, boxes }
  const child = spawn(process.execPath, [main, JSON.stringify(task)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines = linesOf(child.stdout)
  try {
    await Promise.race([lines.next(), exited.then(() => Promise.reject(new Error('the clients ended early'))), late(connectingMaxMs)])
    const publish = await preparePublishers(target, { messages: rate * seconds, rate, startMs: Date.now() })
    child.stdin.write('start\n')
    const began = performance.now()
    const before = await cpuSeconds(api.url)
    await publish()
    child.stdin.write('stop\n')
    const took = (performance.now() - began) / 1000
    const cpu = (await cpuSeconds(api.url)) - before
    const { value } = await lines.next()
    const { held, bytes, ages } = JSON.parse(String(value)) as ClientsAnswer
    return {
      ...{ clients, held, rate, apiCpuShare: Number((cpu / took).toFixed(3)) },
      ...{ bytesPerClientPerSecond: Math.round(bytes / clients / took), ...percentiles(ages) },
    }
  } finally {
    child.kill('SIGKILL')
    await exited
  }
}

async function* linesOf(stream: NodeJS.ReadableStream) {
  let text = ''
  for await (const chunk of stream) {
    text += chunk
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      yield text.slice(0, end)
      text = text.slice(end + 1)
    }
  }
}

const late = (ms: number) =>
  new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`the clients are not connected after ${ms / 1000} s`)), ms).unref())

const cpuSeconds = async (url: string) => {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1] ?? Number.NaN)
}
