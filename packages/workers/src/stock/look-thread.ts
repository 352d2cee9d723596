import { parentPort, workerData } from 'node:worker_threads'
import { type LookRequest, look } from './look.ts'

parentPort?.postMessage(look(workerData as LookRequest[]))
