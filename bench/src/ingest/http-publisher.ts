import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { deviceName, payload } from './fleet.ts'
import type { Task } from './publisher.ts'

/**
 * A process that sends its share of the readings by HTTP, as a gateway does that carries many devices: a hundred readings of
 * a hundred devices a request, each request answered before the next one of its connection. Told by its argument what to
 * send; says `ready`, starts on the first line of its input, and says `done` when everything is answered.
 */
const readingsPerRequest = 100
const connectionCount = 10

const task = JSON.parse(process.argv[2] ?? '') as Task
const agent = new Agent({ keepAlive: true, maxSockets: connectionCount })
const target = new URL('/v1/readings', task.url)

const readingOf = (number: number, recordedAtMs: number) => `{"deviceId":"${deviceName(number)}",${payload(number, recordedAtMs).slice(1)}`

const post = async (body: Buffer) => {
  const sent = request(target, {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/json', 'content-length': body.length, ...(task.cookie && { cookie: task.cookie }) },
  })
  const answered = once(sent, 'response')
  sent.end(body)
  const [response] = await answered
  response.resume()
  await once(response, 'end')
  if (response.statusCode !== 202) throw new Error(`the api answered ${response.statusCode}`)
}

/** Consecutive numbers of this process, a request at a time. */
const requests: number[][] = []
for (let number = task.first; number < task.end; ) {
  const some: number[] = []
  for (; some.length < readingsPerRequest && number < task.end; number += task.step) some.push(number)
  requests.push(some)
}

const bodyOf = (numbers: number[], timeOf: (number: number) => number) =>
  Buffer.from(`[${numbers.map((number) => readingOf(number, timeOf(number))).join(',')}]`)

const publishFast = async (bodies: Buffer[]) => {
  const work = async () => {
    for (let body = bodies.pop(); body; body = bodies.pop()) await post(body)
  }
  await Promise.all(Array.from({ length: connectionCount }, work))
}

const publishPaced = async (rate: number) => {
  const began = performance.now()
  const answers: Promise<void>[] = []
  for (const [count, numbers] of requests.entries()) {
    const aheadMs = began + ((count * readingsPerRequest) / rate) * 1000 - performance.now()
    if (aheadMs > 1) await sleep(aheadMs)
    const nowMs = Date.now()
    answers.push(post(bodyOf(numbers, () => nowMs)))
  }
  await Promise.all(answers)
}

const bodies = task.rate ? [] : requests.map((numbers) => bodyOf(numbers, (number) => task.startMs + number)).reverse()
process.stdout.write('ready\n')
await once(process.stdin, 'data')
await (task.rate ? publishPaced(task.rate) : publishFast(bodies))
process.stdout.write('done\n')
process.exit(0)
