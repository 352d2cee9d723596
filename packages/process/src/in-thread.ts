import { Worker } from 'node:worker_threads'

/**
 * What a module answers to `workerData` in a thread of its own: what takes seconds leaves shipments to go on meanwhile. Given up when it is
 * to stop, and not begun any more after that: a thread that begins while a process ends can keep it from ending.
 */
export const inThread = <Answer>(module: URL, workerData: unknown, { what, stopping }: { what: string; stopping: AbortSignal }) =>
  new Promise<Answer>((resolve, reject) => {
    stopping.throwIfAborted()
    const thread = new Worker(module, { workerData })
    const stop = () => void thread.terminate()
    stopping.addEventListener('abort', stop)
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => {
      stopping.removeEventListener('abort', stop)
      reject(stopping.aborted ? stopping.reason : new Error(`The thread that ${what} ended with code ${code} and no answer`))
    })
  })
