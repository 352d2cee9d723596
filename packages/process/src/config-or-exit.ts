import { type Config, ConfigError, readConfig } from '@lading/shared/config/read-config'
import type { VariableName } from '@lading/shared/config/variables'

/** The named variables of the environment; a process whose configuration cannot be used says why and ends with 1. */
export const configOrExit = <Name extends VariableName>(names: readonly Name[]): Config<Name> => {
  try {
    return readConfig(names, process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
