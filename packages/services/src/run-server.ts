import { spawn } from 'node:child_process'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { explainFailure } from './explain-failure.ts'
import { isPortFree } from './is-port-free.ts'
import { endLeftBehind, rememberProcess } from './left-behind.ts'
import { PortTaken } from './port-taken.ts'

export type ServerOptions = {
  name: string
  program: string
  args: string[]
  /** Where it will listen, on 127.0.0.1. */
  port: number
  /** Keeps its log and its process file. */
  directory: string
  /** Whether it serves; asked again and again until it does. */
  answers: () => Promise<boolean>
  env?: NodeJS.ProcessEnv
  /** POSIX ids to run under, where they differ from ours. */
  user?: { uid: number; gid: number }
  stopSignal?: NodeJS.Signals
  startDeadlineMs?: number
  stopDeadlineMs?: number
}

export type RunningServer = {
  pid: number
  /** Asks it to stop, kills it after a deadline, resolves when it is gone. */
  stop: () => Promise<void>
  /** As a crash would. */
  kill: () => Promise<void>
  /** Resolves with what happened when it ends, for whatever reason. */
  exited: Promise<string>
}

/** Starts a server and resolves once it answers. Throws, with the reason from its log, when it does not; nothing is left running. */
export const runServer = async (options: ServerOptions): Promise<RunningServer> => {
  const {
    name,
    program,
    args,
    port,
    directory,
    answers,
    user,
    stopSignal = 'SIGTERM',
    startDeadlineMs = 30_000,
    stopDeadlineMs = 6000,
  } = options
  await mkdir(directory, { recursive: true })
  const processFile = join(directory, `${name}.process.json`)
  await endLeftBehind(processFile, stopSignal, stopDeadlineMs)
  // Before it starts, or the server that has the port would answer in its place.
  if (!(await isPortFree(port))) throw new PortTaken(name, port)

  const logFile = join(directory, `${name}.log`)
  const log = await open(logFile, 'w')
  // A process group of its own: Ctrl-C in the terminal reaches the launcher only, which stops things in order.
  const child = spawn(program, args, {
    cwd: directory,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: options.env ?? process.env,
    ...user,
  })
  let ended: string | undefined
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`))
  }).then((how) => {
    ended = how
    return how
  })
  await log.close()

  const end = async (signal: NodeJS.Signals, deadlineMs: number) => {
    if (ended === undefined) {
      child.kill(signal)
      const timer = setTimeout(() => child.kill('SIGKILL'), deadlineMs)
      await exited
      clearTimeout(timer)
    }
    await rm(processFile, { force: true })
  }

  const failed = async (what: string) => {
    await end('SIGKILL', 0)
    const text = await readFile(logFile, 'utf8').catch(() => '')
    const reason = explainFailure(text) ?? text.trim().split('\n').slice(-5).join('\n')
    return new Error(`${name} ${what}${reason ? `: ${reason}` : ''} [log: ${logFile}]`)
  }

  const deadline = Date.now() + startDeadlineMs
  if (child.pid) await rememberProcess(processFile, child.pid)
  while (true) {
    if (ended !== undefined) throw await failed(ended)
    const answer = await Promise.race([answers(), exited.then(() => false)]).catch((error: Error) => error)
    if (answer instanceof Error) throw await failed(`answers with an error: ${answer.message}`)
    if (answer) break
    if (Date.now() > deadline) throw await failed(`does not answer after ${startDeadlineMs / 1000} s`)
    await Promise.race([sleep(50), exited])
  }
  // Again: a program that starts another in its place has a new command line by now.
  if (child.pid) await rememberProcess(processFile, child.pid)
  return {
    pid: child.pid as number,
    stop: () => end(stopSignal, stopDeadlineMs),
    kill: () => end('SIGKILL', 0),
    exited,
  }
}
