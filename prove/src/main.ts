import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readFlags, usage } from './flags.ts'
import { NotPossibleHere } from './not-possible-here.ts'
import { withProof } from './readme.ts'
import { type Result, runScenario } from './run.ts'
import { everythingEmbedded } from './scenarios/embedded.ts'
import { scenarios } from './scenarios/index.ts'
import { table } from './table.ts'

/** What a process of ingest may have at once at the most, whatever happens around it. */
const peakRssMbMax = 512

const say = (line: string) => process.stderr.write(`${line}\n`)

const flags = readFlags(
  process.argv.slice(2),
  scenarios.map(({ name }) => name),
)
if ('problem' in flags) {
  process.stderr.write(`${flags.problem}\n\n${usage}`)
  process.exit(2)
}
if (flags.list) {
  const width = Math.max(...scenarios.map(({ name }) => name.length))
  for (const { name, about, runs } of scenarios)
    process.stdout.write(`${name.padEnd(width)}  ${about}${runs === 'everywhere' ? ' (also with --embedded)' : ''}\n`)
  process.exit(0)
}

const { only, embedded, quick } = flags
const chosen = (embedded ? everythingEmbedded(scenarios) : scenarios).filter(({ name }) => only?.includes(name) ?? true)
if (chosen.length === 0) {
  process.stderr.write('none of these scenarios applies to the embedded run\n')
  process.exit(2)
}

const besides = ({ peakRssMb, restOfFleetP99Ms, restOfFleetP99Ratio }: Result) =>
  [
    peakRssMb === undefined ? '' : `, ingest had ${peakRssMb} MB at the most`,
    restOfFleetP99Ms === undefined
      ? ''
      : `, of the others 99 % took less than ${restOfFleetP99Ms} ms, ${restOfFleetP99Ratio} times as long as without`,
  ].join('')

const results: Result[] = []
const failures: string[] = []
for (const [at, scenario] of chosen.entries()) {
  const startedAt = performance.now()
  say(`${at + 1}/${chosen.length} ${scenario.name}: ${scenario.about}`)
  try {
    const result = await runScenario(scenario, { embedded, quick }, say)
    results.push(result)
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0)
    if ((result.peakRssMb ?? 0) > peakRssMbMax) {
      failures.push(scenario.name)
      say(`    TOO MUCH MEMORY: ingest had ${result.peakRssMb} MB, and ${peakRssMbMax} MB are enough`)
    }
    say(
      `    ${result.lost === 0 ? 'nothing lost' : `LOST ${result.lost}`} of ${result.acknowledged} acknowledged (${seconds} s)${besides(result)}`,
    )
  } catch (error) {
    if (error instanceof NotPossibleHere) {
      say(`    left out: ${error.message}`)
      continue
    }
    failures.push(scenario.name)
    say(`    FAILED: ${(error as Error).message}`)
  }
}

if (flags.readme) {
  const file = fileURLToPath(new URL('../../README.md', import.meta.url))
  await writeFile(file, withProof(await readFile(file, 'utf8'), table(results)))
}
if (failures.length > 0) say(`failed: ${failures.join(', ')}`)
process.stdout.write(flags.json ? `${JSON.stringify({ scenarios: results })}\n` : `${table(results)}\n`)
process.exitCode = failures.length > 0 || results.some(({ lost }) => lost > 0) ? 1 : 0
