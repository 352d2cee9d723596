import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { user } from '@lading/store/postgres/schema/index'
import { startSession } from '@lading/store/postgres/session/start'
import { startApi } from '../platform/api-process.ts'
import { type Bench, numberFlag } from '../platform/bench.ts'
import { createClosers } from '../platform/closers.ts'
import { startNode } from '../platform/node-process.ts'
import { openWorld, type World } from '../world/open-world.ts'
import type { Answers } from './bare-api.ts'
import { type Asked, askFast, askSteadily } from './load.ts'
import { type Question, questions } from './questions.ts'
import type { ApiResult, RouteFigures } from './result.ts'
import { toTable } from './table.ts'

const bareApi = new URL('./bare-api.ts', import.meta.url)
const rounds = 2
const fastSeconds = 3
const steady = { rate: 50, seconds: 12 }

/** The main routes over a large database, against a bare Fastify route that answers the same bytes. Both take turns. */
export const apiBench: Bench = {
  flags: { shipments: { type: 'string' }, readings: { type: 'string' }, data: { type: 'string' }, only: { type: 'string' } },
  usage: '[--shipments N] [--readings N] [--data DIRECTORY] [--only ROUTE]',
  run: async (flags, say) => {
    const shipments = numberFlag(flags, 'shipments', 100_000)
    const readings = numberFlag(flags, 'readings', 10_000_000)
    const closers = createClosers()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => closers.stop().finally(() => process.exit(130)))
    try {
      const temporary = await temporaryDirectory()
      closers.add({ stop: temporary.remove })
      const directory = typeof flags.data === 'string' ? flags.data : temporary.path
      const world = await openWorld({ directory, shipments, readings, say }, closers)
      // A proxy tells whom it asks for: consumers are told apart by their addresses.
      const api = closers.add(await startApi({ env: { ...world.env, TRUST_PROXY: 'true' }, postgresUrl: world.postgresUrl }))
      const routes: ApiResult['routes'] = {}
      for (const question of questions({ shipments, wellRecorded: world.wellRecorded })) {
        if (flags.only && flags.only !== question.name) continue
        const asked = await asking(world, question)
        const figures = await measure(api.url, asked, temporary.path, question.afterChange ? () => changeAll(world) : async () => {})
        routes[question.name] = figures
        say(
          `${question.name}: ${figures.requestsPerSecond}/s of ${figures.barePerSecond}/s, p99 ${figures.p99MsAt50} ms at ${steady.rate}/s, bare ${figures.bareP99MsAt50} ms`,
        )
      }
      const result: ApiResult = { bench: 'api', shipments, readings, routes }
      return { result, table: toTable(result) }
    } finally {
      await closers.stop()
    }
  },
}

/** Requests with what tells their callers apart: sessions of staff, addresses of consumers. */
const asking = async ({ database: { db } }: World, { access, paths }: Question): Promise<Asked[]> => {
  const [person] = await db.select({ id: user.id }).from(user).limit(1)
  if (!person) throw new Error('nobody can sign in')
  const sessions = access === 'viewer' ? await Promise.all(Array.from({ length: 10 }, () => startSession(db, person.id))) : []
  const addressOf = (index: number) => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`
  const caller = (index: number): Record<string, string> =>
    access === 'viewer' ? { cookie: `lading_session=${sessions[index % sessions.length]}` } : { 'x-forwarded-for': addressOf(index) }
  return paths.map((path, index) => ({ path, headers: caller(index) }))
}

const answersOf = async (url: string, asked: Asked[]): Promise<Answers> => {
  const answers: Answers = {}
  const left = [...asked]
  const ask = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { path, headers } = next
      const response = await fetch(`${url}${path}`, { headers })
      const body = await response.text()
      if (!response.ok) throw new Error(`${path} is answered with ${response.status}: ${body}`)
      answers[path] = { type: response.headers.get('content-type') ?? '', body }
    }
  }
  await Promise.all([ask(), ask(), ask(), ask()])
  return answers
}

/** As workers do who have followed every shipment: nothing that is shown is another, but nobody knows that. */
const changeAll = ({ database: { sql } }: World) =>
  sql`update shipment set updated_at = updated_at + interval '1 millisecond' where id in (select shipment_id from tracking_link)`

const measure = async (url: string, asked: Asked[], directory: string, change: () => Promise<unknown>): Promise<RouteFigures> => {
  const answers = await answersOf(url, asked)
  const file = join(directory, 'answers.json')
  await writeFile(file, JSON.stringify(answers))
  const bare = await startNode(bareApi, [file])
  try {
    await askFast(url, asked, 1)
    await askFast(bare.said, asked, 1)
    const ours = []
    const ceiling = []
    const before = await trackingAnswers(url)
    for (let round = 0; round < rounds; round += 1) {
      ceiling.push(await askFast(bare.said, asked, fastSeconds))
      await change()
      ours.push(await askFast(url, asked, fastSeconds))
    }
    await change()
    const usual = await askSteadily(url, asked, steady)
    const after = await trackingAnswers(url)
    const usualBare = await askSteadily(bare.said, asked, steady)
    const [kept, made] = [after.kept - before.kept, after.made - before.made]
    const requestsPerSecond = mean(ours.map(({ perSecond }) => perSecond))
    const barePerSecond = mean(ceiling.map(({ perSecond }) => perSecond))
    return {
      requestsPerSecond: Math.round(requestsPerSecond),
      barePerSecond: Math.round(barePerSecond),
      ratioToBare: Number((requestsPerSecond / barePerSecond).toFixed(3)),
      bytes: Math.round(mean(Object.values(answers).map(({ body }) => Buffer.byteLength(body)))),
      p50MsAt50: usual.p50Ms,
      p99MsAt50: usual.p99Ms,
      bareP99MsAt50: usualBare.p99Ms,
      ...(kept + made > 0 && { kept: Number((kept / (kept + made)).toFixed(3)) }),
      failed: [...ours, ...ceiling, usual].reduce((total, { failed }) => total + failed, 0),
    }
  } finally {
    await bare.stop()
    await rm(file)
  }
}

/** How many tracking pages and maps the api says that it has answered so far. */
const trackingAnswers = async (url: string) => {
  const text = await (await fetch(`${url}/metrics`)).text()
  const count = (from: string) => Number(new RegExp(`^lading_tracking_answers_total\\{from="${from}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0)
  return { kept: count('kept'), made: count('made') }
}

const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length
