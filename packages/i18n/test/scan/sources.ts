import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ESTree, parseSync } from 'vite'

export type Source = { file: string; program: ESTree.Program; lineOf: (node: { start: number }) => string }

const project = fileURLToPath(new URL('../../../..', import.meta.url))

/** Every TypeScript file below a folder of the project, parsed. */
export const readSources = (folder: string): Source[] =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => parsed(join(folder, file), readFileSync(join(project, folder, file), 'utf8')))

export const parsed = (file: string, text: string): Source => {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
  return { file, program, lineOf: ({ start }) => `${file}:${text.slice(0, start).split('\n').length}` }
}
