import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Task } from './publisher.ts'

const main = fileURLToPath(new URL('./publisher.ts', import.meta.url))
const processes = 2

type Order = { url: string; topicPrefix: string; messages: number; startMs: number; rate?: number }

const line = async (child: ChildProcess, expected: string) => {
  const [text] = (await Promise.race([
    once(child.stdout as NodeJS.ReadableStream, 'data'),
    once(child, 'exit').then(() => ['(a publisher ended early)']),
  ])) as [Buffer | string]
  if (!String(text).includes(expected)) throw new Error(`a publisher said ${text} where ${expected} was expected`)
}

/** Several processes, connected and with their packets made, that publish when told to. */
export const preparePublishers = async ({ messages, rate, ...rest }: Order) => {
  const children = Array.from({ length: processes }, (_, first) => {
    const task: Task = { ...rest, first, step: processes, end: messages, ...(rate && { rate: rate / processes }) }
    return spawn(process.execPath, [main, JSON.stringify(task)], { stdio: ['pipe', 'pipe', 'inherit'] })
  })
  await Promise.all(children.map((child) => line(child, 'ready')))
  /** Resolves when the broker has acknowledged every message. */
  return async () => {
    const done = Promise.all(children.map((child) => line(child, 'done')))
    for (const child of children) child.stdin.write('go\n')
    await done
  }
}
