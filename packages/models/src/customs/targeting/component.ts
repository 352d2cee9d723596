import { binOf } from '../../boosting/bin-feature.ts'
import type { Declarations, Roles } from './declarations.ts'

/** What declarations can be grouped by: a category, the beginning of a commodity code, or the range a number lies in. */
export type Component = { name: string } & (
  | { kind: 'category'; column: string; characters?: number; codes: Map<string, number> }
  | { kind: 'range'; column: string; edges: Float64Array }
)

const ranges = 16

/** So that about as many declarations lie in each range; a value that many share is the upper end of one. */
const rangeEdges = (values: Float64Array): Float64Array => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const edges: number[] = []
  for (let range = 1; range < ranges; range += 1) {
    const edge = sorted[Math.floor((range * sorted.length) / ranges)] as number
    if (edge > (edges.at(-1) ?? Number.NEGATIVE_INFINITY) && edge < (sorted.at(-1) as number)) edges.push(edge)
  }
  return Float64Array.from(edges)
}

/** Harmonised System: the first two digits are the chapter, the first four the heading. */
const prefixes = [
  { name: 'chapter', characters: 2 },
  { name: 'heading', characters: 4 },
]

/**
 * A name that hardly ever comes back tells nothing about the next declaration, and neither does one that never changes. What is missing
 * is not counted: a rare mark may be on few declarations.
 */
const comesBack = (values: string[]) => {
  const many = new Map<string, number>()
  for (const value of values) many.set(value, (many.get(value) ?? 0) + 1)
  const given = values.length - (many.get('') ?? 0)
  many.delete('')
  return many.size > (given < values.length ? 0 : 1) && many.size <= 0.9 * given + 1
}

export const componentsOf = ({ categories, numbers }: Declarations, { goods }: Roles): Component[] => [
  ...Object.entries(categories).flatMap(([column, values]) => {
    const cuts = column === goods ? prefixes.map(({ name, characters }) => ({ name: `${column}: ${name}`, characters })) : []
    return [{ name: column, characters: undefined }, ...cuts].flatMap(({ name, characters }) => {
      const cut = characters === undefined ? values : values.map((value) => value.slice(0, characters))
      if (!comesBack(cut)) return []
      const codes = new Map<string, number>()
      for (const value of cut) if (!codes.has(value)) codes.set(value, codes.size)
      return [{ kind: 'category' as const, name, column, ...(characters !== undefined && { characters }), codes }]
    })
  }),
  ...Object.entries(numbers).flatMap(([column, values]) => {
    const edges = rangeEdges(values)
    const some = values.some((value) => Number.isNaN(value)) ? 0 : 1
    return edges.length + 1 > some ? [{ kind: 'range' as const, name: column, column, edges }] : []
  }),
]

/** The code of each row; −1 where a category was not there when the codes were given out, unless `adding`. */
export const codesIn = (component: Component, { rows, categories, numbers }: Declarations, adding = false): Int32Array => {
  if (component.kind === 'range') {
    const values = numbers[component.column]
    return values ? Int32Array.from(values, (value) => binOf(component.edges, value)) : new Int32Array(rows)
  }
  const { characters, codes } = component
  const values = categories[component.column]
  const its = new Int32Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const whole = values?.[row] ?? ''
    const value = characters === undefined ? whole : whole.slice(0, characters)
    let code = codes.get(value)
    if (code === undefined && adding) {
      code = codes.size
      codes.set(value, code)
    }
    its[row] = code ?? -1
  }
  return its
}

/** The value that a row has in words: for explanations. */
export const valueIn = (component: Component, { categories, numbers }: Declarations, row: number): string => {
  if (component.kind === 'category') return (categories[component.column]?.[row] ?? '').slice(0, component.characters)
  const value = numbers[component.column]?.[row] ?? Number.NaN
  const bin = binOf(component.edges, value)
  if (bin === 0) return ''
  const [low, high] = [component.edges[bin - 2], component.edges[bin - 1]]
  const round = (edge: number) => String(Number(edge.toPrecision(3)))
  if (low === undefined) return high === undefined ? '' : `≤ ${round(high)}`
  return high === undefined ? `> ${round(low)}` : `${round(low)} – ${round(high)}`
}
