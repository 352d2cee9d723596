import { ingest } from './ingest/ingest.ts'

/** Every measurement by name. Each says what it found as one JSON object, and as a table for people. */
const benches = { ingest }

const [name = '', ...flags] = process.argv.slice(2)
const json = flags.includes('--json')
const [mode = 'real', ...otherModes] = (['embedded', 'http'] as const).filter((known) => flags.includes(`--${known}`))
const bench = benches[name as keyof typeof benches]

if (!bench || otherModes.length > 0 || flags.some((flag) => !['--json', '--embedded', '--http'].includes(flag))) {
  process.stderr.write(`usage: npm run bench -- <name> [--json] [--embedded | --http]\n\nnames: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}

const say = (line: string) => process.stderr.write(`${line}\n`)
const { result, table } = await bench({ mode, say })
process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${table}\n`)
