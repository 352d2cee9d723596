import { readFile, rm, writeFile } from 'node:fs/promises'
import { commandLine, endProcess } from './process-of.ts'

/**
 * A supervisor that was killed leaves its processes running on its directories. Each process therefore has a file with
 * its id and command line, and the next start ends what is left of the last one. The command line is compared because
 * ids are given out again.
 */
export const rememberProcess = async (file: string, pid: number) =>
  writeFile(file, `${JSON.stringify({ pid, command: await commandLine(pid) })}\n`)

export const endLeftBehind = async (file: string, signal: NodeJS.Signals = 'SIGTERM', deadlineMs = 5000) => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return
  }
  const { pid, command } = parse(text)
  if (pid && command && (await commandLine(pid)) === command) await endProcess(pid, signal, deadlineMs)
  await rm(file, { force: true })
}

// A full disk leaves a half-written file.
const parse = (text: string): { pid?: number; command?: string } => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
