import { inThread } from '@lading/process/in-thread'
import type { Solved } from './solve.ts'

/** Somewhat more than two programs may take, and less than a request may. */
const mostMs = 25_000

let before: Promise<unknown> = Promise.resolve()

/**
 * Solves programs in a thread of its own, one question after the other, so that everybody else's requests go on meanwhile. What is `wanted`
 * no more is given up, or not begun, and the next one comes.
 */
export const solveAside = (problems: string[], wanted: AbortSignal): Promise<Solved[]> => {
  const mine = before.then(() => {
    const stopping = AbortSignal.any([wanted, AbortSignal.timeout(mostMs)])
    return inThread<Solved[]>(new URL('solve-thread.ts', import.meta.url), problems, { what: 'looks for warehouses', stopping })
  })
  before = mine.catch(() => {})
  return mine
}
