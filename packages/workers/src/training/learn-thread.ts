import { parentPort, workerData } from 'node:worker_threads'
import { newArrivalMemory, rememberStage } from '@lading/models/arrival/arrival-memory'
import { createArrivalModel } from '@lading/models/arrival/arrival-model'
import { learnArrival } from '@lading/models/arrival/learn-arrival'
import { naiveRule } from '@lading/models/arrival/naive-rule'
import { asJourney, inOrderOfEnd } from '@lading/models/arrival/stage'
import type { LearnRequest, Learnt } from './learn-aside.ts'

const { past, asked } = workerData as LearnRequest
const families = learnArrival(past)
const memory = newArrivalMemory()
for (const stage of inOrderOfEnd(past)) rememberStage(memory, stage)
const model = createArrivalModel({ families }, memory)
// Where nothing better was learnt, it is the plan that is predicted, with the errors it had.
const plan = naiveRule(past.map(asJourney))
const answers = asked.map((stage) => model.predict(stage, plan(asJourney(stage))).hours)
parentPort?.postMessage({ answers, families } satisfies Learnt)
