/** How far along its line something is, `ms` after it set out. Between two knots it moves evenly. */
export type Knot = { ms: number; km: number }
export type Movement = Knot[]

export const hourMs = 3_600_000
export const minuteMs = 60_000

export const durationMs = (movement: Movement) => movement.at(-1)?.ms ?? 0

/** Distance covered and speed at a moment; the ends are clamped. */
export const movementAt = (movement: Movement, ms: number): { km: number; speedKmh: number } => {
  const next = movement.findIndex((knot) => knot.ms > ms)
  if (next === -1) return { km: movement.at(-1)?.km ?? 0, speedKmh: 0 }
  const after = movement[next] as Knot
  const before = movement[next - 1]
  if (!before) return { km: after.km, speedKmh: 0 }
  const share = (ms - before.ms) / (after.ms - before.ms)
  return { km: before.km + share * (after.km - before.km), speedKmh: ((after.km - before.km) / (after.ms - before.ms)) * hourMs }
}

/** Builds a movement step by step; nothing goes beyond `totalKm`. */
export const createMovementBuilder = (totalKm: number) => {
  const knots: Movement = [{ ms: 0, km: 0 }]
  const last = () => knots.at(-1) as Knot
  return {
    km: () => last().km,
    leftKm: () => totalKm - last().km,
    /** Kilometres until `reserveKm` before the end; less than a metre is none, or sums of rounded numbers would never get there. */
    kmUntil: (reserveKm: number) => {
      const km = totalKm - reserveKm - last().km
      return km < 0.001 ? 0 : km
    },
    /** Travels at `speedKmh` for as many kilometres as asked for and left. */
    travel: (km: number, speedKmh: number) => {
      const { ms, km: fromKm } = last()
      const wayKm = Math.min(km, totalKm - fromKm)
      if (wayKm > 0) knots.push({ ms: ms + (wayKm / speedKmh) * hourMs, km: fromKm + wayKm })
    },
    wait: (ms: number) => {
      knots.push({ ms: last().ms + ms, km: last().km })
    },
    knots: () => knots,
  }
}
