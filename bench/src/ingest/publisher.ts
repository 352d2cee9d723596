import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Login } from '../platform/servers.ts'
import { deviceName, payload } from './fleet.ts'
import { connectPacket, publishPacket } from './packets.ts'

/**
 * A process that publishes its share of the messages at QoS 1, over raw sockets and from packets made beforehand, so that
 * publishing costs little of what is measured. Told by its argument what to send; says `ready`, starts on the first line
 * of its input, and says `done` when the broker has acknowledged everything.
 */
export type Task = {
  url: string
  topicPrefix: string
  login?: Login | undefined
  /** Who sends it, by HTTP. */
  cookie?: string
  /** Message numbers `first`, `first + step` … below `end` are this process's. */
  first: number
  step: number
  end: number
  /** Device time of message 0; one millisecond more for each number. In a paced run the time of sending instead. */
  startMs: number
  /** Messages a second of this process; as fast as the broker takes them where missing. */
  rate?: number
}

// Unacknowledged messages of one connection: enough to keep the broker busy, few enough to keep its queues short.
const window = 500
const connectionCount = 10
const packetsPerWrite = 50

const open = async ({ url, login }: Task, at: number) => {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  socket.write(connectPacket(`lading-bench-${process.pid}-${at}`, login))
  const [welcome] = (await once(socket, 'data')) as [Buffer]
  if (welcome[3] !== 0) throw new Error(`the broker refuses the publishers: ${welcome.toString('hex')}`)
  let acknowledgedBytes = 0
  let wake = () => {}
  // Nothing but PUBACKs of four bytes arrives from here on.
  socket.on('data', (bytes: Buffer) => {
    acknowledgedBytes += bytes.length
    wake()
  })
  const acknowledged = () => Math.floor(acknowledgedBytes / 4)
  const until = async (condition: () => boolean) => {
    while (!condition())
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
  return { socket, acknowledged, until }
}
type Connection = Awaited<ReturnType<typeof open>>

const packetOf = ({ topicPrefix }: Task, number: number, recordedAtMs: number, id: number) =>
  publishPacket(`${topicPrefix}${deviceName(number)}/telemetry`, id, payload(number, recordedAtMs))

const messageId = (sent: number) => (sent % 65_535) + 1

const publishFast = async ({ socket, acknowledged, until }: Connection, packets: Buffer[]) => {
  let sent = 0
  for (let from = 0; from < packets.length; from += packetsPerWrite) {
    const some = packets.slice(from, from + packetsPerWrite)
    await until(() => sent - acknowledged() <= window - some.length)
    await write(socket, Buffer.concat(some))
    sent += some.length
  }
  await until(() => acknowledged() === sent)
}

const write = async (socket: Socket, bytes: Buffer) => {
  if (!socket.write(bytes)) await once(socket, 'drain')
}

const publishPaced = async (connections: Connection[], task: Task, rate: number) => {
  const began = performance.now()
  const sent = connections.map(() => 0)
  let count = 0
  for (let number = task.first; number < task.end; number += task.step) {
    const dueMs = began + (count / rate) * 1000
    const aheadMs = dueMs - performance.now()
    if (aheadMs > 1) await sleep(aheadMs)
    const at = count % connections.length
    const soFar = sent[at] ?? 0
    connections[at]?.socket.write(packetOf(task, number, Date.now(), messageId(soFar)))
    sent[at] = soFar + 1
    count += 1
  }
  await Promise.all(connections.map(({ until, acknowledged }, at) => until(() => acknowledged() === sent[at])))
}

const task = JSON.parse(process.argv[2] ?? '') as Task
const connections = await Promise.all(Array.from({ length: connectionCount }, (_, at) => open(task, at)))
const shares: Buffer[][] = connections.map(() => [])
if (!task.rate)
  for (let number = task.first, count = 0; number < task.end; number += task.step, count += 1) {
    const share = shares[count % connections.length] as Buffer[]
    share.push(packetOf(task, number, task.startMs + number, messageId(share.length)))
  }

process.stdout.write('ready\n')
await once(process.stdin, 'data')
if (task.rate) await publishPaced(connections, task, task.rate)
else await Promise.all(connections.map((connection, at) => publishFast(connection, shares[at] as Buffer[])))
process.stdout.write('done\n')
process.exit(0)
