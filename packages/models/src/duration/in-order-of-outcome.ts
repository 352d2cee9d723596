import { endedAtMs, type FinishedJourney } from './journey.ts'

/**
 * Journeys that are under way, the one that ends first on top: a binary heap. Nothing may be learnt of a journey before it is over, and
 * they do not end in the order in which they began.
 */
export const createOutcomes = <Item>() => {
  const heap: { at: number; item: Item }[] = []
  const swap = (one: number, other: number) => {
    const held = heap[one] as { at: number; item: Item }
    heap[one] = heap[other] as { at: number; item: Item }
    heap[other] = held
  }
  const earlier = (one: number, other: number) => (heap[one]?.at as number) < (heap[other]?.at as number)

  return {
    add: (at: number, item: Item) => {
      heap.push({ at, item })
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1
        if (!earlier(child, parent)) break
        swap(child, parent)
        child = parent
      }
    },
    /** Takes out the first that is over by `now`, if any is. */
    next: (now: number): Item | undefined => {
      const first = heap[0]
      if (!first || first.at > now) return undefined
      const last = heap.pop() as { at: number; item: Item }
      if (heap.length > 0) {
        heap[0] = last
        for (let parent = 0; ; ) {
          let child = 2 * parent + 1
          if (child >= heap.length) break
          if (child + 1 < heap.length && earlier(child + 1, child)) child += 1
          if (!earlier(child, parent)) break
          swap(child, parent)
          parent = child
        }
      }
      return first.item
    },
  }
}

/**
 * Goes through journeys in the order of their start. `ask` comes before an outcome is known, `learn` when it has happened: with a calendar
 * at the end of the journey, without one right after it was asked for.
 */
export const replay = <Asked, Its extends FinishedJourney = FinishedJourney>(
  journeys: Its[],
  ask: (journey: Its, at: number) => Asked,
  learn: (journey: Its, asked: Asked, at: number) => void,
) => {
  const outcomes = createOutcomes<() => void>()
  for (const [at, journey] of journeys.entries()) {
    const { startedAtMs = Number.NaN } = journey
    if (!Number.isNaN(startedAtMs)) for (let due = outcomes.next(startedAtMs); due; due = outcomes.next(startedAtMs)) due()
    const asked = ask(journey, at)
    if (Number.isNaN(startedAtMs)) learn(journey, asked, at)
    else outcomes.add(endedAtMs(journey), () => learn(journey, asked, at))
  }
  for (let due = outcomes.next(Number.POSITIVE_INFINITY); due; due = outcomes.next(Number.POSITIVE_INFINITY)) due()
}
