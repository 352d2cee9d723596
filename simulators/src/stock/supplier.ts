import { bellNoise, noise } from '../random/hash.ts'

export const supplier = 'Pearl River Trading'
/** From one warehouse to another, as agreed. */
export const transferDays = 5

const dayMs = 86_400_000

/** So much of a line (`until`, in units) is there at that moment. */
export type Delivery = { part: number; atMs: number; until: number }

type Ordered = { number: string; orderedAt: string; quantity: number; agreedDays: number }

/**
 * What the supplier of the demonstration makes of an order: later than agreed on average, more or less, and one in five in two parts. The
 * same number is always delivered the same.
 */
export const deliveriesOf = ({ number, orderedAt, quantity, agreedDays }: Ordered): Delivery[] => {
  const at = (afterDays: number) => Date.parse(orderedAt) + Math.round(Math.max(1, afterDays) * dayMs)
  const afterDays = agreedDays * 1.08 + 3.5 * bellNoise('delivery', number)
  const whole = { part: 0, atMs: at(afterDays), until: quantity }
  if (noise('parts', number) >= 0.2 || quantity < 2) return [whole]
  return [
    { ...whole, until: Math.ceil(quantity * 0.6) },
    { part: 1, atMs: at(afterDays + 2 + 6 * noise('rest', number)), until: quantity },
  ]
}
