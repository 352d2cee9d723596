import { parentPort, workerData } from 'node:worker_threads'
import { storeDurations } from '@lading/models/duration/duration-model'
import { learnDurations } from '@lading/models/duration/learn-durations'
import type { LearnRequest, Learnt } from './learn-aside.ts'

const { past, asked } = workerData as LearnRequest
const model = learnDurations(past)
const answers = asked.map((journey) => {
  const { p10, p50, p90 } = model.predict(journey)
  return { p10, p50, p90 }
})
parentPort?.postMessage({ answers, state: storeDurations(model.state) } satisfies Learnt)
