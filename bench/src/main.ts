import { ingest } from './ingest/ingest.ts'

/** Every measurement by name. Each says what it found as one JSON object, and as a table for people. */
const benches = { ingest }

const [name = '', ...flags] = process.argv.slice(2)
const json = flags.includes('--json')
const bench = benches[name as keyof typeof benches]

if (!bench || flags.some((flag) => flag !== '--json')) {
  process.stderr.write(`usage: npm run bench -- <name> [--json]\n\nnames: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}

const say = (line: string) => process.stderr.write(`${line}\n`)
const { result, table } = await bench({ say })
process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${table}\n`)
