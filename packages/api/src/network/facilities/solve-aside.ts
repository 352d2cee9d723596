import { Worker } from 'node:worker_threads'
import type { Solved } from './solve.ts'

/** Somewhat more than two programs may take, and less than a request may. */
const mostMs = 25_000

let before: Promise<unknown> = Promise.resolve()

/** Solves programs in a thread of its own, one question after the other, so that everybody else's requests go on meanwhile. */
export const solveAside = (problems: string[]): Promise<Solved[]> => {
  const mine = before.then(() => inThread(problems))
  before = mine.catch(() => {})
  return mine
}

const inThread = (workerData: string[]) =>
  new Promise<Solved[]>((resolve, reject) => {
    const thread = new Worker(new URL('solve-thread.ts', import.meta.url), { workerData })
    const timer = setTimeout(() => void thread.terminate(), mostMs)
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The thread that looks for warehouses ended with code ${code} and no answer`))
    })
  })
