import type { Declarations } from '../../../src/customs/targeting/declarations.ts'
import { type Random, seeded } from '../../../src/random/seeded.ts'

const one = (random: Random, many: number) => Math.floor(random() * many)

/**
 * Made-up declarations, one a day. What is found depends on the goods together with the country (neither tells it alone) and on a price
 * far below what such goods cost; the importer, the office and the weight do not matter.
 */
export const someDeclarations = (rows: number, seed: number) => {
  const random = seeded(seed)
  const goods = Array.from({ length: rows }, () => `${10 + one(random, 8)}${10 + one(random, 3)}10`)
  const origin = Array.from({ length: rows }, () => ['AA', 'BB', 'CC', 'DD'][one(random, 4)] as string)
  const mass = Float64Array.from({ length: rows }, () => Math.exp(4 * random()))
  const cheap = Array.from({ length: rows }, () => random() < 0.1)
  const value = mass.map((kilograms, row) => kilograms * Number(goods[row]?.slice(0, 2)) * (cheap[row] ? 0.2 : 0.9 + 0.2 * random()))
  const chances = Float64Array.from({ length: rows }, (_, row) => {
    const risky = (Number(goods[row]?.slice(0, 4)) * 7 + (origin[row]?.charCodeAt(0) as number)) % 4 === 0
    return cheap[row] ? 0.8 : risky ? 0.7 : 0.05
  })
  const answers = chances.map((chance) => Number(random() < chance))
  const declarations: Declarations = {
    rows,
    categories: {
      goods,
      origin,
      importer: Array.from({ length: rows }, () => `importer ${one(random, 40)}`),
      office: Array.from({ length: rows }, () => `office ${one(random, 5)}`),
    },
    numbers: { value, mass },
    days: Float64Array.from({ length: rows }, (_, row) => 18_000 + row),
  }
  return { declarations, answers, chances }
}

export const roles = { goods: 'goods', value: 'value', mass: 'mass' }
