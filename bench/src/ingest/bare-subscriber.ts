import mqtt from 'mqtt'
import type { Login } from '../platform/servers.ts'

/** The ceiling: an mqtt.js subscriber that does nothing with what it gets. Told by its argument what to await. */
export type BareTask = { url: string; filter: string; messages: number; protocolVersion: 4 | 5; login: Login | undefined }

const { url, filter, messages, protocolVersion, login } = JSON.parse(process.argv[2] ?? '') as BareTask
let received = 0

const client = await mqtt.connectAsync(url, {
  ...login,
  clientId: `lading-bench-${process.pid}`,
  protocolVersion,
  ...(protocolVersion === 5 && { properties: { receiveMaximum: 20_000 } }),
})
client.on('message', () => {
  received += 1
  if (received === messages) process.stdout.write('done\n')
})
await client.subscribeAsync(filter, { qos: 1 })
process.stdout.write('ready\n')
