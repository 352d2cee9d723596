import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Task } from './publisher.ts'

const mains = {
  mqtt: fileURLToPath(new URL('./publisher.ts', import.meta.url)),
  http: fileURLToPath(new URL('./http-publisher.ts', import.meta.url)),
}
const processes = 2

/** How many messages, of which device time, and at what rate; as fast as they are taken where it is missing. */
export type Load = { messages: number; startMs: number; rate?: number }
/** To whom, and in which way. */
export type Target = Pick<Task, 'url' | 'topicPrefix' | 'login' | 'cookie'> & { protocol: keyof typeof mains }

const line = async (child: ChildProcess, expected: string) => {
  const [text] = (await Promise.race([
    once(child.stdout as NodeJS.ReadableStream, 'data'),
    once(child, 'exit').then(() => ['(a publisher ended early)']),
  ])) as [Buffer | string]
  if (!String(text).includes(expected)) throw new Error(`a publisher said ${text} where ${expected} was expected`)
}

/** Several processes, connected and with their messages made, that publish when told to. */
export const preparePublishers = async ({ protocol, ...target }: Target, { messages, rate, startMs }: Load) => {
  const children = Array.from({ length: processes }, (_, first) => {
    const task: Task = { ...target, startMs, first, step: processes, end: messages, ...(rate && { rate: rate / processes }) }
    return spawn(process.execPath, [mains[protocol], JSON.stringify(task)], { stdio: ['pipe', 'pipe', 'inherit'] })
  })
  await Promise.all(children.map((child) => line(child, 'ready')))
  /** Resolves when the broker, or the api, has acknowledged every message. */
  return async () => {
    const done = Promise.all(children.map((child) => line(child, 'done')))
    for (const child of children) child.stdin.write('go\n')
    await done
  }
}
