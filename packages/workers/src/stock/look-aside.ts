import { Worker } from 'node:worker_threads'
import type { Looked, LookRequest } from './look.ts'

export type LookAside = (requests: LookRequest[]) => Promise<Looked[]>

/** Looks in a thread of its own: dozens of forecasts take seconds, and shipments go on meanwhile. Given up when the process stops. */
export const createLookAside =
  (stopping: AbortSignal): LookAside =>
  (workerData) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(new URL('look-thread.ts', import.meta.url), { workerData })
      const stop = () => void thread.terminate()
      stopping.addEventListener('abort', stop)
      thread.once('message', resolve)
      thread.once('error', reject)
      thread.once('exit', (code) => {
        stopping.removeEventListener('abort', stop)
        reject(new Error(`The thread that forecasts ended with code ${code} and no answer`))
      })
    })
