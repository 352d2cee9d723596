import { parentPort, workerData } from 'node:worker_threads'
import { solveLp } from './solve.ts'

parentPort?.postMessage(await Promise.all((workerData as string[]).map(solveLp)))
