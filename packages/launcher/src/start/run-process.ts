import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { endLeftBehind, rememberProcess } from '@lading/services/left-behind'
import { nodeArguments, nodeEnvironment } from '@lading/services/node-arguments'
import { projectDirectory } from '../project.ts'
import { worthSaying } from './log-line.ts'
import { rotateLog } from './rotate-log.ts'
import type { Running } from './supervise.ts'

export type ProcessOptions = {
  name: string
  /** The TypeScript file, from the project directory. */
  entry: string
  args?: string[]
  env: NodeJS.ProcessEnv
  logs: string
  say: (line: string) => void
  signal: AbortSignal
  /** Resolves when it can work; its error says what is missing. Without it, running is enough. */
  ready?: () => Promise<void>
}

const readyWithinMs = 60_000

/** Runs a process of Lading under this Node, its log in a file, errors said aloud; resolves when it is ready. */
export const runProcess = async ({ name, entry, args = [], env, logs, say, signal, ready }: ProcessOptions): Promise<Running> => {
  const processFile = join(logs, `${name}.process.json`)
  await endLeftBehind(processFile)
  const logFile = join(logs, `${name}.log`)
  await rotateLog(logFile)
  const log = createWriteStream(logFile, { flags: 'a' })
  log.on('error', (error) => say(`${name}: its log cannot be written: ${error.message}`))

  // A process group of its own: Ctrl-C in the terminal reaches the launcher only, which stops things in order.
  const child = spawn(process.execPath, [...nodeArguments, join(projectDirectory, entry), ...args], {
    cwd: projectDirectory,
    detached: true,
    // The channel closes when this process is killed, for those who want to know.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...nodeEnvironment, ...env },
  })
  let lastSaid = ''
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    stream.pipe(log, { end: false })
    createInterface({ input: stream }).on('line', (line) => {
      const text = worthSaying(line)
      if (text === undefined) return
      // Being started, its last words become the reason of the failure.
      lastSaid = text
      if (isReady) say(`${name}: ${text}`)
    })
  }

  let isReady = false
  let ended: string | undefined
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('close', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`))
  }).then((how) => {
    ended = how
    log.end()
    return how
  })
  if (child.pid) await rememberProcess(processFile, child.pid)

  const end = async (signal: NodeJS.Signals) => {
    if (ended === undefined) child.kill(signal)
    await exited
    await rm(processFile, { force: true })
  }

  const deadline = Date.now() + readyWithinMs
  while (ready) {
    const missing = await Promise.race([ready().then(() => undefined), exited]).catch((error: Error) => error.message)
    if (ended !== undefined) {
      await rm(processFile, { force: true })
      throw new Error(`${name} ${ended}${lastSaid && `: ${lastSaid}`} [log: ${logFile}]`)
    }
    if (missing === undefined) break
    if (signal.aborted) {
      await end('SIGTERM')
      throw signal.reason
    }
    if (Date.now() > deadline) {
      await end('SIGKILL')
      throw new Error(`${name} is not ready after ${readyWithinMs / 1000} s: ${missing} [log: ${logFile}]`)
    }
    await sleep(100)
  }
  isReady = true
  return { stop: () => end('SIGTERM'), kill: () => end('SIGKILL'), exited }
}
