import type { DemandClass } from './series.ts'

/** Syntetos, Boylan & Croston (2005): the average interval between demands and the squared variation of their sizes at which methods change places. */
const intervalLimit = 1.32
const variationLimit = 0.49

/** How demand arrives: how often (smooth, intermittent) and in how even sizes (else erratic, lumpy). */
export const classify = (values: ArrayLike<number>): DemandClass => {
  let known = 0
  let demands = 0
  let sum = 0
  let squares = 0
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (Number.isNaN(value)) continue
    known += 1
    if (value === 0) continue
    demands += 1
    sum += value
    squares += value * value
  }
  if (demands === 0) return 'none'
  const mean = sum / demands
  const variation = Math.max(0, squares / demands / (mean * mean) - 1)
  if (known / demands < intervalLimit) return variation < variationLimit ? 'smooth' : 'erratic'
  return variation < variationLimit ? 'intermittent' : 'lumpy'
}
