import { readFileSync } from 'node:fs'
import type { Mapping } from './mapping.ts'
import { readMappings } from './read-mappings.ts'

/** The mappings of a file. One that cannot be used ends the process with one message that says everything wrong with it. */
export const mappingsOrExit = (file: string | undefined): Mapping[] => {
  if (!file) return []
  try {
    return readMappings(readFileSync(file, 'utf8'))
  } catch (error) {
    process.stderr.write(`INGEST_MAPPINGS: ${file} cannot be used:\n${(error as Error).message}\n`)
    process.exit(1)
  }
}
