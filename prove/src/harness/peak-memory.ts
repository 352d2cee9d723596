import { readFileSync } from 'node:fs'

/** The most memory a process has had at once, in MB, where the system says it: on Linux. */
export const peakMemoryMb = (pid: number | undefined): number | undefined => {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1_024)
  } catch {
    // Another system, or the process has ended.
    return undefined
  }
}
