import { type Durations, inWords, remainingMs } from './estimate.ts'

export type Terminal = { write: (text: string) => unknown; isTTY?: boolean; columns?: number }

export type Progress = {
  step: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>
  /** A line of its own; what is being drawn moves below it. */
  say: (line: string) => void
  /** What the steps took, for the next run's estimate. */
  durations: () => Durations
}

/** On a terminal one line, redrawn, with what is left; elsewhere a line a step. */
export const createProgress = ({ terminal, steps, lastTime }: { terminal: Terminal; steps: string[]; lastTime: Durations }): Progress => {
  const taken: Durations = {}
  const beganAt = performance.now()
  let current: { name: string; since: number } | undefined

  const left = (name: string, elapsedMs: number) => {
    const ms = remainingMs(steps, lastTime, steps.indexOf(name), elapsedMs)
    return ms === undefined ? '' : `, about ${inWords(ms)} left`
  }
  const clear = () => terminal.isTTY && terminal.write('\r\u001b[K')
  const draw = () => {
    if (!terminal.isTTY || !current) return
    const { name, since } = current
    const now = performance.now()
    const text = `${name} … ${inWords(now - beganAt)}${left(name, now - since)}`
    terminal.write(`\r\u001b[K${text.slice(0, (terminal.columns || 80) - 1)}`)
  }

  return {
    step: async (name, work) => {
      current = { name, since: performance.now() }
      if (!terminal.isTTY) terminal.write(`${name}${left(name, 0)} …\n`)
      draw()
      const ticker = terminal.isTTY ? setInterval(draw, 250) : undefined
      try {
        const result = await work()
        taken[name] = Math.round(performance.now() - current.since)
        return result
      } finally {
        clearInterval(ticker)
        clear()
        current = undefined
      }
    },
    say: (line) => {
      clear()
      terminal.write(`${line}\n`)
      draw()
    },
    durations: () => taken,
  }
}
