import type { Variable } from './kinds.ts'
import { rules } from './rules.ts'
import { type VariableName, variables } from './variables.ts'

type ValueOf<Name extends VariableName> = (typeof variables)[Name] extends infer Entry
  ? Entry extends Variable<infer Value> & { presence: 'optional' }
    ? Value | undefined
    : Entry extends Variable<infer Value>
      ? Value
      : never
  : never

export type Config<Name extends VariableName> = { [name in Name]: ValueOf<name> }

/** Says every problem at once, one line a variable; never repeats a secret. */
export class ConfigError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** The named variables, checked and typed. An empty string counts as unset, as compose files pass it. Throws ConfigError. */
export const readConfig = <Name extends VariableName>(names: readonly Name[], env: Record<string, string | undefined>): Config<Name> => {
  const problems: string[] = []
  const entries = names.map((name): [string, unknown] => {
    const variable = variables[name] as Variable<unknown>
    const raw = env[name]
    if (raw === undefined || raw === '') {
      if (variable.presence === 'required') problems.push(`${name} is not set: ${variable.about}`)
      return [name, variable.presence === 'default' ? variable.default : undefined]
    }
    try {
      return [name, variable.read(raw)]
    } catch (error) {
      problems.push(`${name}: ${variable.secret ? 'the value is not usable' : (error as Error).message} (${variable.about})`)
      return [name, undefined]
    }
  })
  const values = Object.fromEntries(entries)
  problems.push(...rules.flatMap((problem) => problem(values) ?? []))
  if (problems.length > 0) throw new ConfigError(problems)
  return values as Config<Name>
}
