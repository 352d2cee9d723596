import { hash32 } from './hash.ts'

/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
  /** 0 ≤ value < 1. */
  unit: () => number
  between: (low: number, high: number) => number
  /** A whole number, both ends included. */
  integer: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  /** Mean 0, standard deviation 1. */
  normal: () => number
  /** A stream of its own, so that drawing more numbers in one place changes nothing elsewhere. */
  fork: (label: string | number) => Random
}

/** Mulberry32 (Tommy Ettinger): 32 bits of state, passes gjrand; plenty for a simulation. */
export const createRandom = (seed: string | number): Random => {
  let state = hash32(String(seed))
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    unit,
    between: (low, high) => low + unit() * (high - low),
    integer: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    pick: (items) => {
      const item = items[Math.floor(unit() * items.length)]
      if (item === undefined) throw new Error('there is nothing to pick from')
      return item
    },
    // Box and Muller; 1 − unit() keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    fork: (label) => createRandom(`${seed}/${label}`),
  }
}
