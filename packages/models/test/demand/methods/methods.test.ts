import { describe, expect, it } from 'vitest'
import { blockOf } from '../../../src/demand/methods/aggregated.ts'
import { dynamicTheta, thetaErrors } from '../../../src/demand/methods/dynamic-theta.ts'
import { methods } from '../../../src/demand/methods/index.ts'
import { seeded } from '../../../src/random/seeded.ts'

const noisyLine = (count: number, slope: number, seed = 3) => {
  const random = seeded(seed)
  return Float64Array.from({ length: count }, (_, at) => 200 + slope * at + 10 * (random() + random() - 1))
}

describe.each(methods.map(({ name, run }) => ({ name, run })))('$name', ({ run }) => {
  it('stays near a level', () => {
    for (const value of run(noisyLine(48, 0), 48, 6, 12)) expect(Math.abs(value - 200)).toBeLessThan(15)
  })

  it('does not look beyond what is known', () => {
    const values = noisyLine(48, 1)
    const changed = values.map((value, at) => (at < 36 ? value : 1e6))
    expect(run(changed, 36, 6, 12)).toEqual(run(values, 36, 6, 12))
  })

  it('bears a single value', () => {
    const forecast = run(Float64Array.of(5), 1, 3, 1)
    expect(forecast).toHaveLength(3)
    for (const value of forecast) expect(Number.isNaN(value) || Math.abs(value - 5) < 1).toBe(true)
  })
})

describe('theta', () => {
  it('goes on with about half the slope of a line at least', () => {
    const forecast = dynamicTheta(noisyLine(60, 2), 60, 10, 1)
    const slope = ((forecast[9] as number) - (forecast[0] as number)) / 9
    expect(slope).toBeGreaterThan(0.9)
    expect(slope).toBeLessThan(2.5)
  })

  it('knows that a random walk grows more uncertain, and that noise around a level does not', () => {
    const random = seeded(11)
    let level = 1000
    const walk = Float64Array.from({ length: 120 }, () => {
      level += 20 * (random() - 0.5)
      return level
    })
    const growth = (values: Float64Array) => {
      const { errors } = thetaErrors(values, 12, 0.97)
      return (errors[11] as number) / (errors[0] as number)
    }
    expect(growth(walk)).toBeGreaterThan(1.8)
    expect(growth(noisyLine(120, 0))).toBeLessThan(1.5)
  })
})

it.each([
  [12, 3],
  [4, 2],
  [52, 4],
  [24, 4],
  [7, 7],
  [1, 3],
])('blocks of a season of %i are of %i periods', (season, size) => {
  expect(blockOf(season)).toBe(size)
})
