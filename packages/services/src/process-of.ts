import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

export const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: somebody else's, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command line of a process; empty where there is no such process. */
export const commandLine = async (pid: number): Promise<string> => {
  if (!isAlive(pid)) return ''
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim()
    const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command='])
    return stdout.trim()
  } catch {
    // It ended while we looked.
    return ''
  }
}

export const whenGone = async (pid: number, deadlineMs: number) => {
  const deadline = Date.now() + deadlineMs
  // One that ended without its parent asking how has no command line any more, but an id.
  while ((await commandLine(pid)) !== '') {
    if (Date.now() > deadline) return false
    await sleep(25)
  }
  return true
}

/** Ends a process that is not our child: asked first, killed after the deadline. */
export const endProcess = async (pid: number, signal: NodeJS.Signals, deadlineMs: number) => {
  if (!isAlive(pid)) return
  process.kill(pid, signal)
  if (await whenGone(pid, deadlineMs)) return
  process.kill(pid, 'SIGKILL')
  await whenGone(pid, 2000)
}
