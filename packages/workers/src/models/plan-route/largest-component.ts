import type { LonLat } from '@lading/shared/geo/point'

/** The points of the largest set of lines that hang together. From any of them there is a way to any other. */
export const largestComponent = (lines: LonLat[][]): LonLat[] => {
  const parent = new Map<string, string>()
  const rootOf = (key: string) => {
    let root = key
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next
    parent.set(key, root)
    return root
  }
  const points = new Map<string, LonLat>()
  for (const line of lines) {
    for (const [index, point] of line.entries()) {
      const key = point.join()
      points.set(key, point)
      if (!parent.has(key)) parent.set(key, key)
      const before = line[index - 1]
      if (before) parent.set(rootOf(key), rootOf(before.join()))
    }
  }
  const components = Map.groupBy(points, ([key]) => rootOf(key))
  const largest = [...components.values()].reduce((best, each) => (each.length > best.length ? each : best), [])
  return largest.map(([, point]) => point)
}
