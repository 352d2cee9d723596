import { mkdir } from 'node:fs/promises'
import { answersTcp } from './answers.ts'
import { freePort } from './free-port.ts'
import { requiredProgram } from './required-program.ts'
import { runServer } from './run-server.ts'

export const startRedis = async ({ directory, port }: { directory: string; port?: number }) => {
  const program = requiredProgram('redis-server', 'redis-server')
  const listenPort = port ?? (await freePort())
  await mkdir(directory, { recursive: true })
  const settings = {
    bind: '127.0.0.1',
    port: listenPort,
    dir: directory,
    daemonize: 'no',
    // Jobs survive a crash of Redis, but for the last second.
    appendonly: 'yes',
    appendfsync: 'everysec',
    // The append-only file is enough.
    save: '',
    // A queue that loses keys under memory pressure loses jobs; BullMQ asks for this too.
    'maxmemory-policy': 'noeviction',
  }
  const server = await runServer({
    name: 'redis',
    program,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    port: listenPort,
    directory,
    // Answers -LOADING while it reads its file.
    answers: () => answersTcp(listenPort, { say: 'PING\r\n', expect: '+PONG' }),
  })
  return { url: `redis://127.0.0.1:${listenPort}`, port: listenPort, ...server }
}
