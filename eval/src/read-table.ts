import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'

export type Row = Record<string, string>

/**
 * The rows of a comma-separated file with a header line, every value a string, in the order of the file.
 * Throws with the file's name when it cannot be read, lacks a required column, or has a line of the wrong length.
 */
export const readTable = async (file: string, required: string[]): Promise<Row[]> => {
  try {
    const rows = parse(await readFile(file, 'utf8'), { columns: true, bom: true, skip_empty_lines: true }) as Row[]
    const missing = required.filter((column) => rows[0] && !(column in rows[0]))
    if (missing.length > 0) throw new Error(`it has no column ${missing.join(', ')}`)
    return rows
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
  }
}
