import { open, readFile, rm } from 'node:fs/promises'
import { commandLine } from '@lading/services/process-of'

type Holder = { pid: number; command: string }

/** One run at a time on a data directory. Throws, naming the other one, while it runs; a dead one's lock is taken over. */
export const lockDirectory = async (file: string) => {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const handle = await open(file, 'wx', 0o600)
      const holder: Holder = { pid: process.pid, command: await commandLine(process.pid) }
      await handle.writeFile(JSON.stringify(holder))
      await handle.close()
      return { release: () => rm(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = await holderOf(file)
    if (holder && (await commandLine(holder.pid)) === holder.command) {
      throw new Error(
        `Lading already runs on this data (process ${holder.pid}): stop it with Ctrl-C, or give this one a directory of its own with --data`,
      )
    }
    await rm(file, { force: true })
  }
  throw new Error(`${file} cannot be locked: another start is under way`)
}

const holderOf = async (file: string): Promise<Holder | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
