import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readFlags, usage } from './flags.ts'
import { isInWorld, type OnData, type SetResult } from './question.ts'
import { questions } from './questions/index.ts'
import { withTable } from './readme.ts'
import { summary, table } from './table.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)
const fail = (problem: string): never => {
  say(problem)
  process.exit(2)
}

/** The sets below the path, judged one after the other. */
const onData = async ({ name, find, judge }: OnData, path: string): Promise<SetResult[]> => {
  const paths = await find(path).catch((error: Error) => fail(`--data: ${error.message}`))
  if (paths.length === 0) fail(`--data: nothing in ${path} looks like a set for "${name}"`)
  const sets: SetResult[] = []
  for (const each of paths) {
    say(each)
    sets.push(await judge(each, say).catch((error: Error) => fail(error.message)))
  }
  return sets
}

const flags = readFlags(process.argv.slice(2), questions)
if ('problem' in flags) fail(`${flags.problem}\n\n${usage(questions)}`)
else {
  const question = questions.find(({ name }) => name === flags.question)
  if (!question) throw new Error(`the flags let pass ${flags.question}`)
  const sets = isInWorld(question) ? await question.live(flags.world, say) : await onData(question, flags.data)
  if (flags.readme) {
    const file = fileURLToPath(new URL('../../README.md', import.meta.url))
    await writeFile(file, withTable(await readFile(file, 'utf8'), question.name, summary(sets, question)))
  }
  process.stdout.write(flags.json ? `${JSON.stringify({ eval: question.name, sets })}\n` : `${table(sets, question)}\n`)
}
