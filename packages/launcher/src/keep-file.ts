import { readFile, rename, writeFile } from 'node:fs/promises'

/** What the JSON file holds; undefined where there is none, or one that a full disk or a crash cut short. */
export const readKept = async <Value>(file: string): Promise<Value | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Value
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Replaces the file in one go, readable for its owner only. */
export const keep = async (file: string, value: unknown) => {
  await writeFile(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}
