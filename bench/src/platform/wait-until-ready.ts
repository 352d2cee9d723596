import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

const deadlineMs = 60_000

export const waitUntilReady = async (name: string, url: string, child: ChildProcess) => {
  const isReady = async () => {
    try {
      return (await fetch(url)).ok
    } catch {
      // Nobody listens yet.
      return false
    }
  }
  const deadline = performance.now() + deadlineMs
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${name} did not start`)
    await sleep(100)
  }
}
