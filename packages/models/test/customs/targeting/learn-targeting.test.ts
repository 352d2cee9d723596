import { describe, expect, test } from 'vitest'
import { assess } from '../../../src/customs/targeting/assess.ts'
import { type Declarations, pick } from '../../../src/customs/targeting/declarations.ts'
import { driftOf } from '../../../src/customs/targeting/drift.ts'
import { explainRisk } from '../../../src/customs/targeting/explain.ts'
import { learnOutcomes } from '../../../src/customs/targeting/learn-outcomes.ts'
import { learnTargeting } from '../../../src/customs/targeting/learn-targeting.ts'
import { loadTargeting, saveTargeting } from '../../../src/customs/targeting/save-targeting.ts'
import { areaUnderCurve, calibrationError } from '../../../src/probability/rank.ts'
import { seeded } from '../../../src/random/seeded.ts'
import { roles, someDeclarations } from './some-declarations.ts'

const past = someDeclarations(2_000, 1)
const future = someDeclarations(1_500, 2)
const targeting = learnTargeting(past.declarations, past.answers, roles)
const { scores, probabilities } = assess(targeting, future.declarations)

describe('inspection targeting', () => {
  test('finds goods and countries that are risky only together, and prices that are too low', () => {
    const names = targeting.encoder.crosses.map(({ components }) => components.map((at) => targeting.encoder.components[at]?.name))
    expect(names.some((cross) => cross.includes('goods: heading') || (cross.includes('goods') && cross.includes('origin')))).toBe(true)
    const atBest = areaUnderCurve(future.answers, future.chances)
    expect(areaUnderCurve(future.answers, scores)).toBeGreaterThan(atBest - 0.03)
    // Of 150 answers a bin, the share alone is off by .03 or so.
    expect(calibrationError(future.answers, probabilities)).toBeLessThan(0.06)
  })

  test('ranks the same when the rows come in another order, as their days tell the order', () => {
    const random = seeded(5)
    const order = Array.from(past.answers.keys(), (at) => ({ at, by: random() })).sort((one, other) => one.by - other.by)
    const at = order.map((row) => row.at)
    const shuffled = learnTargeting(
      pick(past.declarations, at),
      Float64Array.from(at, (row) => past.answers[row] as number),
      roles,
    )
    expect(assess(shuffled, future.declarations).probabilities).toEqual(probabilities)
  })

  test('says of a declaration the same alone as among others', () => {
    expect(assess(targeting, pick(future.declarations, [7])).probabilities[0]).toBe(probabilities[7])
  })

  test('does not depend on the unit of mass and value', () => {
    const inOther = ({ numbers, ...rest }: Declarations) => ({
      ...rest,
      numbers: {
        value: numbers.value?.map((value) => value * 1024) as Float64Array,
        mass: numbers.mass?.map((mass) => mass / 4) as Float64Array,
      },
    })
    const other = learnTargeting(inOther(past.declarations), past.answers, roles)
    const apart = assess(other, inOther(future.declarations)).probabilities.map((its, row) =>
      Math.abs(its - (probabilities[row] as number)),
    )
    expect(Math.max(...apart)).toBeLessThan(1e-6)
  })

  test('refuses a column that is the answer by another name, or filled in only where something was found', () => {
    const categories = {
      ...past.declarations.categories,
      outcome: Array.from(past.answers, (answer) => (answer ? 'seized' : 'released')),
      report: Array.from(past.answers, (answer, row) => (answer ? `report ${row}` : '')),
    }
    const numbers = { ...past.declarations.numbers, fine: past.answers.map((answer, row) => answer * (100 + row)) }
    const wary = learnTargeting({ ...past.declarations, categories, numbers }, past.answers, roles)
    expect(wary.refused.map(({ column }) => column).sort()).toEqual(['fine', 'outcome', 'report'])
    expect(assess(wary, future.declarations).probabilities).toEqual(probabilities)
    expect(targeting.refused).toEqual([])
  })

  test('warns of amounts that are copied from record to record', () => {
    const random = seeded(6)
    const originals = someDeclarations(300, 7)
    const copies = Array.from({ length: 3_000 }, () => Math.floor(random() * 300))
    const { days: _, ...copiedDeclarations } = pick(originals.declarations, copies)
    const copied = learnTargeting(
      copiedDeclarations,
      Float64Array.from(copies, (row) => originals.answers[row] as number),
      roles,
    )
    expect(copied.repeats.map(({ column }) => column)).toContain('mass')
    expect(targeting.repeats).toEqual([])
  })

  test('knows categories it has never seen, and columns that are gone, by what is left', () => {
    const { rows, categories, numbers } = future.declarations
    const strange = { ...categories, origin: categories.goods?.map(() => 'ZZ') as string[] }
    const without = { rows, categories: { goods: categories.goods as string[] }, numbers: {} }
    for (const declarations of [{ rows, categories: strange, numbers }, without, { rows, categories: {}, numbers: {} }])
      for (const probability of assess(targeting, declarations).probabilities) expect(probability > 0 && probability < 1).toBe(true)
  })

  test('reports which columns have changed', () => {
    const { categories } = future.declarations
    const moved = { ...future.declarations, categories: { ...categories, origin: categories.origin?.map(() => 'AA') as string[] } }
    expect(driftOf(targeting, past.declarations, future.declarations, probabilities).notable).toEqual([])
    expect(driftOf(targeting, past.declarations, moved, assess(targeting, moved).probabilities).notable).toEqual(['origin'])
  })
})

describe('a targeting model', () => {
  test('is stored as JSON and read back', () => {
    const back = loadTargeting(JSON.parse(JSON.stringify(saveTargeting(targeting))))
    expect(assess(back, future.declarations)).toEqual({ scores, probabilities })
  })

  test('learns of a party nobody knew, without touching what it says of others', () => {
    const own = loadTargeting(saveTargeting(targeting))
    const rows = 40
    const at = Array.from({ length: rows }, () => 0)
    const one = pick(past.declarations, at)
    const stranger = { ...one, categories: { ...one.categories, goods: at.map(() => '999999'), origin: at.map(() => 'ZZ') } }
    const before = assess(own, stranger).probabilities[0] as number
    learnOutcomes(own, stranger, new Float64Array(rows).fill(1))
    expect(assess(own, stranger).probabilities[0]).toBeGreaterThan(before + 0.2)
    const apart = assess(own, future.declarations).probabilities.map((its, row) => Math.abs(its - (probabilities[row] as number)))
    expect(apart.sort()[Math.floor(apart.length / 2)]).toBeLessThan(0.02)
  })

  test('says why: the groups that stand out, on how many examinations they rest, and a price out of line', () => {
    const dearest = probabilities.indexOf(Math.max(...probabilities))
    const reasons = explainRisk(targeting, future.declarations, dearest)
    const groups = reasons.filter((reason) => reason.code === 'group')
    expect(groups.length).toBeGreaterThan(0)
    for (const { of, examined, share, rate } of groups) {
      expect(of.length).toBeGreaterThan(0)
      expect(examined).toBeGreaterThan(0)
      expect(Math.abs(share - rate)).toBeGreaterThan(0.01)
    }
    const cheap = { ...future.declarations.numbers, value: future.declarations.numbers.value?.map((value) => value / 100) as Float64Array }
    expect(explainRisk(targeting, { ...future.declarations, numbers: cheap }, 0)).toContainEqual({
      code: 'price',
      timesUsual: expect.closeTo(0.01, 1),
    })
  })
})

describe('with little to learn from, inspection targeting', () => {
  const always = (rows: number, answer: (row: number) => number, declarations: Partial<Declarations> = {}) =>
    learnTargeting(
      { rows, categories: {}, numbers: {}, ...declarations },
      Float64Array.from({ length: rows }, (_, row) => answer(row)),
      roles,
    )

  test.each([
    ['no declarations', always(0, () => 0), 0.5],
    ['thirty declarations', always(30, (row) => Number(row % 3 === 0)), 10.5 / 31],
    ['one kind of answer', always(1_000, () => 0), 0.5 / 1_001],
  ])('says the rate of all: %s', (_, learnt, rate) => {
    const { probabilities: its } = assess(learnt, past.declarations)
    expect(its.length).toBe(2_000)
    expect(its[0]).toBeCloseTo(rate, 5)
  })

  test('learns nothing from columns that are constant, empty or different each time', () => {
    const rows = 600
    const columns = {
      categories: {
        same: new Array(rows).fill('x'),
        none: new Array(rows).fill(''),
        own: Array.from({ length: rows }, (_, row) => `no ${row}`),
      },
      numbers: { nothing: new Float64Array(rows).fill(Number.NaN), one: new Float64Array(rows).fill(1) },
    }
    const random = seeded(8)
    const learnt = always(rows, () => Number(random() < 0.3), columns)
    for (const probability of assess(learnt, { rows, ...columns }).probabilities) expect(Math.abs(probability - 0.3)).toBeLessThan(0.08)
  })
})
