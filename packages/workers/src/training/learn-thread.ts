import { parentPort, workerData } from 'node:worker_threads'
import { createArrivalModel } from '@lading/models/arrival/arrival-model'
import { learnArrival } from '@lading/models/arrival/learn-arrival'
import { naiveRule } from '@lading/models/arrival/naive-rule'
import { asJourney } from '@lading/models/arrival/stage'
import type { LearnRequest, Learnt } from './learn-aside.ts'

const { past, asked } = workerData as LearnRequest
const families = learnArrival(past)
const model = createArrivalModel({ families })
// Where nothing better was learnt, the plan is what is predicted.
const plan = naiveRule(past.map(asJourney))
const answers = asked.map((stage) => {
  const { p10, p50, p90 } = model.predict(stage) ?? plan(asJourney(stage))
  return { p10, p50, p90 }
})
parentPort?.postMessage({ answers, families } satisfies Learnt)
