import { spawn } from 'node:child_process'
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

// npm runs a shell that runs this. Told to end, npm tells the shell, which ends without telling anybody.
const whenNpmIsGone = (end) => {
  if (!process.env.npm_lifecycle_event) return
  const { ppid } = process
  const timer = setInterval(() => {
    if (process.ppid === ppid) return
    clearInterval(timer)
    end()
  }, 250)
  timer.unref()
}
