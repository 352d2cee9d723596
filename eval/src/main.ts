import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readFlags, usage } from './flags.ts'
import type { SetResult } from './question.ts'
import { questions } from './questions/index.ts'
import { withTable } from './readme.ts'
import { summary, table } from './table.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)
const fail = (problem: string): never => {
  say(problem)
  process.exit(2)
}

const names = questions.map(({ name }) => name)
const flags = readFlags(process.argv.slice(2), names)
if ('problem' in flags) fail(`${flags.problem}\n\n${usage(names)}`)
else {
  const question = questions.find(({ name }) => name === flags.question)
  if (!question) throw new Error(`the flags let pass ${flags.question}`)
  const paths = await question.find(flags.data).catch((error: Error) => fail(`--data: ${error.message}`))
  if (paths.length === 0) fail(`--data: nothing in ${flags.data} looks like a set for "${question.name}"`)

  const sets: SetResult[] = []
  for (const path of paths) {
    say(path)
    sets.push(await question.judge(path, say).catch((error: Error) => fail(error.message)))
  }
  if (flags.readme) {
    const file = fileURLToPath(new URL('../../README.md', import.meta.url))
    await writeFile(file, withTable(await readFile(file, 'utf8'), question.name, summary(sets, question)))
  }
  process.stdout.write(flags.json ? `${JSON.stringify({ eval: question.name, sets })}\n` : `${table(sets, question)}\n`)
}
