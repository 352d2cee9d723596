import { join } from 'node:path'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { buildDashboard } from '../dashboard-build.ts'
import { readKept } from '../keep-file.ts'
import { type Count, closingLine, countTests, type Report } from './count.ts'
import { ensureTestPrograms } from './programs.ts'
import { programOf, runProgram } from './run-program.ts'

const biome = programOf('@biomejs/biome', 'bin/biome')
const tsc = programOf('typescript', 'bin/tsc')
const vitest = programOf('vitest', 'vitest.mjs')

const checks: [name: string, run: () => Promise<boolean>][] = [
  ['lint', async () => (await runProgram(biome, ['check', '--error-on-warnings', '.'])) === 0],
  ['types', async () => (await runProgram(tsc, ['-p', 'tsconfig.json'])) === 0],
  ['types of the dashboard', async () => (await runProgram(tsc, ['-p', 'packages/dashboard'])) === 0],
  [
    'build of the dashboard',
    async () => {
      const failure = await buildDashboard().catch((error: Error) => error)
      if (failure) console.error(failure.message)
      return failure === undefined
    },
  ],
]

const runTests = async (args: string[]): Promise<Count> => {
  const { path, remove } = await temporaryDirectory()
  const file = join(path, 'report.json')
  const exitCode = await runProgram(vitest, ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args])
  const report = await readKept<Report>(file)
  await remove()
  return countTests(report, exitCode)
}

await ensureTestPrograms(console.log)
const failures: string[] = []
for (const [name, run] of checks) {
  console.log(`\nChecking ${name} …`)
  if (!(await run())) failures.push(name)
}
const tests = await runTests(process.argv.slice(2))
const total = {
  passed: checks.length - failures.length + tests.passed,
  failed: failures.length + tests.failed,
  skipped: tests.skipped,
}
if (failures.length > 0) console.log(`\nNot passed, besides tests: ${failures.join(', ')}`)
console.log(`\n${closingLine(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0
