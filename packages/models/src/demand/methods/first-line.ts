/** A line through the first values, as many as `count` says: where level and trend begin. */
export const firstLine = (values: Float64Array, count: number) => {
  const middle = (count - 1) / 2
  let mean = 0
  let slope = 0
  let spread = 0
  for (let at = 0; at < count; at += 1) mean += (values[at] as number) / count
  for (let at = 0; at < count; at += 1) {
    slope += (at - middle) * ((values[at] as number) - mean)
    spread += (at - middle) ** 2
  }
  slope = spread > 0 ? slope / spread : 0
  return { mean, level: mean - slope * (middle + 1), slope }
}
