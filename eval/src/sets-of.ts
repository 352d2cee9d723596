import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const filesIn = async (path: string) => ((await stat(path)).isDirectory() ? await readdir(path) : [])

/** The directories that hold all the `files` of a set: the path itself, or those right below it, in the order of their names. */
export const setsOf =
  (...files: string[]) =>
  async (path: string): Promise<string[]> => {
    const isSet = async (directory: string) => {
      const names = await filesIn(directory)
      return files.every((file) => names.includes(file))
    }
    if (await isSet(path)) return [path]
    const below = (await filesIn(path)).sort().map((name) => join(path, name))
    const are = await Promise.all(below.map(isSet))
    return below.filter((_, at) => are[at])
  }
