/** What half and what 99 of a hundred values stay below; nothing where there are none. */
export const percentiles = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}
