import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { NewTradeRule } from '@lading/shared/contract/trade-rule'
import { exampleRules } from '@lading/simulators/trade/example-rules'
import { user } from '@lading/store/postgres/schema/index'
import { startSession } from '@lading/store/postgres/session/start'
import { recordTradeRules } from '@lading/store/postgres/trade-rule/record'
import { type Asked, askFast, askSteadily } from '../api/load.ts'
import { startApi } from '../platform/api-process.ts'
import { type Bench, numberFlag } from '../platform/bench.ts'
import { createClosers } from '../platform/closers.ts'
import { columns } from '../platform/columns.ts'
import { startNode } from '../platform/node-process.ts'
import { openServers } from '../world/open-world.ts'

export type LandedCostResult = {
  bench: 'landed-cost'
  rules: number
  /** Lines of goods in each quote. */
  lines: number
  quotesPerSecond: number
  barePerSecond: number
  ratioToBare: number
  bytes: number
  p50MsAt50: number
  p99MsAt50: number
  bareP99MsAt50: number
  failed: number
}

const bareApi = new URL('../api/bare-api.ts', import.meta.url)
const path = '/v1/landed-cost'
const lines = 5
const rounds = 2
const fastSeconds = 3
const steady = { rate: 50, seconds: 8 }
/** More than one session, as one may ask so many times a second only. */
const sessionCount = 10

/** Quotes of five lines of goods by a large tariff, each kept, against a bare Fastify route that reads the same body and answers as many bytes. */
export const landedCostBench: Bench = {
  flags: { rules: { type: 'string' } },
  usage: '[--rules N]',
  run: async (flags, say) => {
    const count = numberFlag(flags, 'rules', 20_000)
    const closers = createClosers()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => closers.stop().finally(() => process.exit(130)))
    try {
      const directory = await temporaryDirectory()
      closers.add({ stop: directory.remove })
      const { database, env, postgresUrl } = await openServers(directory.path, closers)
      const api = closers.add(await startApi({ env, postgresUrl }))
      const [person] = await database.db.select({ id: user.id }).from(user).limit(1)
      if (!person) throw new Error('nobody can sign in')
      const tariff = [...exampleRules, ...tariffLines(count)]
      await recordTradeRules(database.db, tariff, { userId: person.id, now: new Date(), preview: false })
      await database.sql.unsafe('vacuum analyze trade_rule')
      say(`${tariff.length} rules`)
      const sessions = await Promise.all(Array.from({ length: sessionCount }, () => startSession(database.db, person.id)))
      const asked = sessions.map((session, index): Asked => {
        const headers = { cookie: `lading_session=${session}`, 'content-type': 'application/json' }
        return { path, method: 'POST', headers, body: JSON.stringify(quote(index)) }
      })
      const result = { bench: 'landed-cost', rules: tariff.length, lines, ...(await measure(api.url, asked, directory.path)) } as const
      return { result, table: toTable(result) }
    } finally {
      await closers.stop()
    }
  },
}

/** Six-digit codes in even steps through the chapters, each with a duty and every tenth with a preference as well. */
const codeOf = (index: number) => `${String(10 + (index % 80)).padStart(2, '0')}${String(1_000 + Math.floor(index / 80)).slice(-4)}`
const tariffLines = (count: number): NewTradeRule[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ key: `bench-${index}`, destination: 'EU', hsPrefix: codeOf(index), source: 'Bench', validFrom: '2021-01-01', isExample: true },
    ...(index % 10 === 9 && { origins: ['VN'] }),
    terms: {
      kind: 'duty',
      measure: index % 10 === 9 ? 'preference' : 'third-country',
      programme: '',
      charge: { percent: String(index % 20) },
    },
  }))

const euros = (minorUnits: number) => ({ minorUnits, currency: 'EUR' })
const quote = (index: number) => ({
  ...{ from: 'CN', destination: 'DE', currency: 'EUR', incoterm: 'DAP', mode: 'sea', freight: euros(12_000), insurance: euros(900) },
  lines: Array.from({ length: lines }, (_, line) => ({
    ...{ hsCode: codeOf((index * 97 + line * 13) % 500), origin: line % 2 === 0 ? 'CN' : 'VN', quantity: 3, originProven: true },
    ...{ value: euros(20_000 + line * 777), weightKg: '4.2' },
  })),
})

const measure = async (url: string, asked: Asked[], directory: string) => {
  const [first] = asked as [Asked]
  const response = await fetch(`${url}${path}`, { method: 'POST', headers: first.headers, body: first.body ?? '' })
  const body = await response.text()
  if (!response.ok) throw new Error(`a quote is answered with ${response.status}: ${body}`)
  const file = join(directory, 'answers.json')
  await writeFile(file, JSON.stringify({ [path]: { type: 'application/json; charset=utf-8', body } }))
  const bare = await startNode(bareApi, [file])
  try {
    await askFast(url, asked, 1)
    await askFast(bare.said, asked, 1)
    const [ours, ceiling] = [[] as { perSecond: number; failed: number }[], [] as { perSecond: number; failed: number }[]]
    for (let round = 0; round < rounds; round += 1) {
      ceiling.push(await askFast(bare.said, asked, fastSeconds))
      ours.push(await askFast(url, asked, fastSeconds))
    }
    const usual = await askSteadily(url, asked, steady)
    const usualBare = await askSteadily(bare.said, asked, steady)
    const mean = (figures: { perSecond: number }[]) => figures.reduce((total, { perSecond }) => total + perSecond, 0) / figures.length
    return {
      quotesPerSecond: Math.round(mean(ours)),
      barePerSecond: Math.round(mean(ceiling)),
      ratioToBare: Number((mean(ours) / mean(ceiling)).toFixed(3)),
      bytes: Buffer.byteLength(body),
      ...{ p50MsAt50: usual.p50Ms, p99MsAt50: usual.p99Ms, bareP99MsAt50: usualBare.p99Ms },
      failed: [...ours, ...ceiling, usual].reduce((total, { failed }) => total + failed, 0),
    }
  } finally {
    await bare.stop()
    await rm(file)
  }
}

const toTable = (result: LandedCostResult) => {
  const { rules, quotesPerSecond, barePerSecond, ratioToBare, bytes, p50MsAt50, p99MsAt50, bareP99MsAt50, failed } = result
  return columns([
    ['rules', 'quotes/s', 'bare/s', 'ratio', 'bytes', 'p50 ms at 50/s', 'p99', 'bare p99', 'failed'],
    [rules, quotesPerSecond, barePerSecond, ratioToBare, bytes, p50MsAt50, p99MsAt50, bareP99MsAt50, failed].map(String),
  ])
}
