import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

// Debian keeps servers where the PATH of ordinary users does not look.
const alsoIn = process.platform === 'win32' ? [] : ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/opt/homebrew/sbin']
const suffixes = process.platform === 'win32' ? ['.exe', ''] : ['']

const isExecutable = (file: string) => {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** Where the program is, if this machine has it. */
export const findProgram = (name: string, path = process.env.PATH ?? ''): string | undefined =>
  [...path.split(delimiter).filter(Boolean), ...alsoIn]
    .flatMap((directory) => suffixes.map((suffix) => join(directory, name + suffix)))
    .find(isExecutable)
