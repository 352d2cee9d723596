/** A series without gaps and what drives it, over history and horizon; every sequence of `drivers` is as long as both together. */
export type DrivenSeries = { values: Float64Array; drivers: Float64Array[]; group: string }

/** The standard deviation of each driver over the histories of all series; 0 for one that never changes. */
export const driverScales = (pool: DrivenSeries[]): Float64Array =>
  Float64Array.from(pool[0]?.drivers ?? [], (_, driver) => {
    let count = 0
    let sum = 0
    let squares = 0
    for (const { values, drivers } of pool) {
      for (let at = 0; at < values.length; at += 1) {
        const value = drivers[driver]?.[at] as number
        count += 1
        sum += value
        squares += value * value
      }
    }
    const mean = sum / count
    return Math.sqrt(Math.max(0, squares / count - mean * mean))
  })
