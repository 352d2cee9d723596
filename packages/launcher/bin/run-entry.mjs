import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'

/**
 * Runs a TypeScript entry and resolves with its exit code. Signals are passed on; Ctrl-C in a terminal reaches the entry
 * twice, once from the terminal itself. The channel between the two tells the entry when this process has been killed.
 */
export const runEntry = (node, entry, args, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [entry, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    whenNpmIsGone(() => child.kill('SIGTERM'))
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  })

// npm runs a shell that runs this. Told to end, npm tells the shell, which ends without telling anybody; killed, npm
// leaves the shell behind.
const whenNpmIsGone = (end) => {
  if (!process.env.npm_lifecycle_event) return
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`
  const atFirst = ancestors()
  const timer = setInterval(() => {
    if (ancestors() === atFirst) return
    clearInterval(timer)
    end()
  }, 500)
  timer.unref()
}

// Only Linux tells without asking another program.
const parentOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]
  } catch {
    return ''
  }
}
