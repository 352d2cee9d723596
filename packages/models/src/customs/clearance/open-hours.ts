/** Whether customs works at an instant: opening hours, weekends and holidays of the office, in its own zone. */
export type IsOpen = (atMs: number) => boolean

const hourMs = 3_600_000
/** As exactly as opening hours are counted. */
const stepMs = hourMs / 2
const spanSteps = 28 * 48
const spanMs = spanSteps * stepMs

/** For spans of four weeks: open hours from its beginning to each half hour of it. Counted once for an office, as they are asked for. */
const known = new WeakMap<IsOpen, Map<number, Float64Array>>()

const spanOf = (isOpen: IsOpen, span: number): Float64Array => {
  const spans = known.get(isOpen) ?? new Map<number, Float64Array>()
  known.set(isOpen, spans)
  const counted = spans.get(span)
  if (counted) return counted
  const open = new Float64Array(spanSteps + 1)
  for (let step = 0; step < spanSteps; step += 1)
    open[step + 1] = (open[step] as number) + (isOpen(span * spanMs + (step + 0.5) * stepMs) ? stepMs / hourMs : 0)
  spans.set(span, open)
  return open
}

const withinSpan = (open: Float64Array, ms: number) => {
  const step = Math.min(spanSteps - 1, Math.floor(ms / stepMs))
  const from = open[step] as number
  return from + (ms / stepMs - step) * ((open[step + 1] as number) - from)
}

/** How many hours the office is open between two instants. */
export const openHours = (isOpen: IsOpen, fromMs: number, untilMs: number): number => {
  const [first, last] = [Math.floor(fromMs / spanMs), Math.floor(untilMs / spanMs)]
  let sum = withinSpan(spanOf(isOpen, last), untilMs - last * spanMs) - withinSpan(spanOf(isOpen, first), fromMs - first * spanMs)
  for (let span = first; span < last; span += 1) sum += spanOf(isOpen, span)[spanSteps] as number
  return sum
}

/** Open hours after an instant, as a function of the hours gone by. Without opening hours the two are the same. */
export const openHoursAfter = (fromMs: number, isOpen: IsOpen | undefined): ((hours: number) => number) =>
  isOpen ? (hours) => openHours(isOpen, fromMs, fromMs + Math.max(0, hours) * hourMs) : (hours) => hours

/** So long that a holiday does not look like a habit. */
const usualMs = 16 * 7 * 24 * hourMs

/** Which share of the time the office is open, from an instant on. */
export const openShare = (isOpen: IsOpen, fromMs: number) => (openHours(isOpen, fromMs, fromMs + usualMs) * hourMs) / usualMs
