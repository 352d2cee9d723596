import type { Declarations, Roles } from './declarations.ts'

/** What a kilogram of goods of a code usually costs: under-valued goods stand out against it (Kim et al. 2020, DATE). Plain data. */
export type Prices = Record<string, number>

export const pricePerMass = 'value per mass'
export const priceAgainstGoods = 'price against goods'

const enoughOfOneCode = 5

const perMass = ({ rows, numbers }: Declarations, { value = '', mass = '' }: Roles) => {
  const [values, masses] = [numbers[value], numbers[mass]]
  if (!values || !masses) return undefined
  return Float64Array.from({ length: rows }, (_, row) => {
    const heavy = masses[row] as number
    return heavy > 0 ? (values[row] as number) / heavy : Number.NaN
  })
}

/** Medians by code, heading and chapter, and of all goods. */
export const learnPrices = (declarations: Declarations, roles: Roles): Prices => {
  const each = perMass(declarations, roles)
  const codes = roles.goods ? declarations.categories[roles.goods] : undefined
  const groups = new Map<string, number[]>()
  each?.forEach((price, row) => {
    if (!(price > 0)) return
    const code = codes?.[row] ?? ''
    for (const key of new Set([code, code.slice(0, 4), code.slice(0, 2), ''])) {
      const group = groups.get(key)
      if (group) group.push(price)
      else groups.set(key, [price])
    }
  })
  const median = (values: number[]) => values.sort((one, other) => one - other)[values.length >> 1] as number
  return Object.fromEntries(
    [...groups].flatMap(([key, values]) => (values.length >= enoughOfOneCode || key === '' ? [[key, median(values)]] : [])),
  )
}

/** The declarations with two more numbers: value per mass, and how many times what is usual for the goods that is. */
export const withPrices = (declarations: Declarations, roles: Roles, prices: Prices): Declarations => {
  const each = perMass(declarations, roles)
  if (!each) return declarations
  const codes = roles.goods ? declarations.categories[roles.goods] : undefined
  const against = each.map((price, row) => {
    const code = codes?.[row] ?? ''
    const usual = prices[code] ?? prices[code.slice(0, 4)] ?? prices[code.slice(0, 2)] ?? prices[''] ?? Number.NaN
    return price > 0 ? price / usual : Number.NaN
  })
  return { ...declarations, numbers: { ...declarations.numbers, [pricePerMass]: each, [priceAgainstGoods]: against } }
}
