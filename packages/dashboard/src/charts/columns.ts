import type { BandPoint } from './band-chart.tsx'

type Column = (number | null)[]

/** Points as columns of times, highs, lows and middles, with nothing in the middle of a gap, so that no line is drawn over it. */
export const columnsOf = (points: readonly BandPoint[], gapMs: number) => {
  const [times, highs, lows, middles]: [number[], Column, Column, Column] = [[], [], [], []]
  const add = (at: number, high: number | null, low: number | null, middle: number | null) => {
    times.push(at)
    highs.push(high)
    lows.push(low)
    middles.push(middle)
  }
  for (const { at, high, low, middle } of points) {
    const before = times.at(-1)
    if (before !== undefined && at - before > gapMs) add((before + at) / 2, null, null, null)
    add(at, high, low, middle)
  }
  return [times, highs, lows, middles] as [number[], Column, Column, Column]
}
