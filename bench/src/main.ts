import { parseArgs } from 'node:util'
import { apiBench } from './api/bench.ts'
import { ingestBench } from './ingest/bench.ts'
import { landedCostBench } from './landed-cost/bench.ts'
import { liveBench } from './live/bench.ts'
import { mapBench } from './map/bench.ts'
import { type Bench, UsageError } from './platform/bench.ts'

/** Every measurement by name. Each says what it found as one JSON object, and as a table for people. */
const benches: Record<string, Bench> = {
  ingest: ingestBench,
  map: mapBench,
  live: liveBench,
  api: apiBench,
  'landed-cost': landedCostBench,
}

const refuse = (why = '') => {
  const usage = Object.entries(benches).map(([name, bench]) => `  ${name} [--json] ${bench.usage}`)
  process.stderr.write(`${why && `${why}\n\n`}usage: npm run bench -- NAME [FLAGS]\n\n${usage.join('\n')}\n`)
  process.exit(2)
}

const flagsOf = ({ flags }: Bench, args: string[]) => {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' }, ...flags }, strict: true }).values as Record<string, string | boolean>
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error })
  }
}

const [name = '', ...args] = process.argv.slice(2)
const say = (line: string) => process.stderr.write(`${line}\n`)
try {
  const bench = benches[name] ?? refuse(name && `there is no measurement ${name}`)
  const { json, ...flags } = flagsOf(bench, args)
  const { result, table } = await bench.run(flags, say)
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${table}\n`)
} catch (error) {
  if (error instanceof UsageError) refuse(error.message)
  throw error
}
