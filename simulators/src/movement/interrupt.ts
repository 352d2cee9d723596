import { type Movement, movementAt } from './movement.ts'

/** The same movement with a stop of `waitMs` that begins `atMs` after it set out. */
export const interrupt = (movement: Movement, atMs: number, waitMs: number): Movement => {
  const { km } = movementAt(movement, atMs)
  const before = movement.filter((knot) => knot.ms < atMs)
  const after = movement.filter((knot) => knot.ms > atMs).map((knot) => ({ ms: knot.ms + waitMs, km: knot.km }))
  return [...before, { ms: atMs, km }, { ms: atMs + waitMs, km }, ...after]
}
