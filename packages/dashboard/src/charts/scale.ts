export type Range = { from: number; to: number }

/** Maps a range of values onto a range of pixels. */
export const linear = (values: Range, pixels: Range) => {
  const factor = values.to === values.from ? 0 : (pixels.to - pixels.from) / (values.to - values.from)
  return (value: number) => pixels.from + (value - values.from) * factor
}

/** The smallest range that holds all values, never of no width. */
export const rangeOf = (values: number[], least: number): Range => {
  const from = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const to = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const missing = Math.max(0, least - (to - from)) / 2
  return { from: from - missing, to: to + missing }
}

/** At most `count` + 1 round values within the range: 1, 2 or 5 times a power of ten apart. */
export const niceTicks = ({ from, to }: Range, count: number) => {
  const raw = (to - from) / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) => (first + index) * step)
}
