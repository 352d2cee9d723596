/** The span in which something began, its end not included. */
export type Window = { from: Date; until: Date }

/** Fewer outcomes are not tested on: there would be nothing to learn from before the first window. */
const fewest = 40
const windowsMost = 4

/**
 * The windows of a test by rolling origin: the later half of what happened, in pieces with about as many cases each. What is predicted
 * in a window is learnt from what was over before it began.
 */
export const windowsOf = (startedAt: Date[]): Window[] => {
  if (startedAt.length < fewest) return []
  const sorted = startedAt.map((at) => at.getTime()).sort((one, other) => one - other)
  const half = sorted.length >> 1
  const each = Math.ceil((sorted.length - half) / windowsMost)
  const bounds = new Set<number>()
  for (let at = half; at < sorted.length; at += each) bounds.add(sorted[at] as number)
  bounds.add((sorted.at(-1) as number) + 1)
  const ends = [...bounds]
  return ends.slice(1).map((until, at) => ({ from: new Date(ends[at] as number), until: new Date(until) }))
}

/** A window as the name of a part of a test, without signs that mean something in the names of jobs. */
export const writeWindow = ({ from, until }: Window) => `${from.getTime()}-${until.getTime()}`

export const readWindow = (part: string): Window => {
  const [, from, until] = /^(\d+)-(\d+)$/.exec(part) ?? []
  if (!from || !until) throw new Error(`"${part}" is not a window of a test`)
  return { from: new Date(Number(from)), until: new Date(Number(until)) }
}
