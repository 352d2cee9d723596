import type { AccuracyRow } from '@lading/shared/contract/accuracy'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accuracyColumns, coverageVerdict, driftOf, groupsOf, sortRows } from '../../src/state/accuracy.ts'
import { readAccuracyAddress, writeAccuracyAddress } from '../../src/state/address/accuracy.ts'

const row = (name: string, change: Partial<AccuracyRow> = {}): AccuracyRow => ({
  ...{ name, cases: 1, things: 1, meanError: 1, medianError: 1, bias: 0, pinball: 1, naiveError: null, improvement: null, before: null },
  ...{ coverage: 0.8, coverageFrom: 0.5, coverageUntil: 0.9 },
  ...change,
})

describe('The table of figures', () => {
  it('sorts by any column, rows without a value last whichever way, equal ones by name.', () => {
    const rows = [row('b', { improvement: 0.1 }), row('a'), row('d', { improvement: -0.2 }), row('c', { improvement: 0.1 })]
    const names = (descending: boolean) => sortRows(rows, { by: 'improvement', descending }).map(({ name }) => name)
    expect(names(true)).toEqual(['b', 'c', 'd', 'a'])
    expect(names(false)).toEqual(['d', 'b', 'c', 'a'])
    expect(sortRows(rows, { by: 'name', descending: true }).map(({ name }) => name)).toEqual(['d', 'c', 'b', 'a'])
  })

  it('is in the same order however the rows came.', () => {
    const some = fc.uniqueArray(
      fc.record({ name: fc.string(), improvement: fc.option(fc.integer({ min: -2, max: 2 })), cases: fc.integer({ min: 1, max: 3 }) }),
      { selector: ({ name }) => name.toLowerCase() },
    )
    fc.assert(
      fc.property(some, fc.constantFrom(...accuracyColumns), fc.boolean(), (made, by, descending) => {
        const rows = made.map(({ name, ...change }) => row(name, change))
        const order = { by, descending }
        expect(sortRows(rows, order).map(({ cases, improvement }) => [cases, improvement])).toHaveLength(rows.length)
        const values = (all: AccuracyRow[]) => sortRows(all, order).map(({ cases, improvement }) => (by === 'cases' ? cases : improvement))
        if (by === 'cases' || by === 'improvement') expect(values(rows)).toEqual(values(rows.toReversed()))
      }),
    )
  })

  it('tells growing errors from shrinking ones, and nothing where there was nothing before.', () => {
    expect(driftOf(row('a', { meanError: 3, before: { cases: 9, meanError: 2, coverage: 0.8 } }))).toBeCloseTo(0.5)
    expect(driftOf(row('a', { meanError: 1, before: { cases: 9, meanError: 2, coverage: 0.8 } }))).toBeCloseTo(-0.5)
    expect(driftOf(row('a'))).toBeNull()
    expect(driftOf(row('a', { before: { cases: 1, meanError: 0, coverage: 1 } }))).toBeNull()
  })

  it.each([
    [0.5, 0.79, 'too-little'],
    [0.5, 0.81, 'as-claimed'],
    [0.81, 0.95, 'too-much'],
  ] as const)('Coverage between %d and %d of 0.8 claimed is %s.', (coverageFrom, coverageUntil, verdict) =>
    expect(coverageVerdict(row('a', { coverageFrom, coverageUntil }), 0.8)).toBe(verdict),
  )
})

describe('The address of the accuracy screen', () => {
  it.each([
    ['', { kind: 'arrival', by: 'lane', order: { by: 'cases', descending: true } }],
    ['?kind=demand&by=warehouse&sort=-error', { kind: 'demand', by: 'warehouse', order: { by: 'error', descending: true } }],
    ['?by=carrier&sort=name', { kind: 'arrival', by: 'carrier', order: { by: 'name', descending: false } }],
  ] as const)('reads %s and writes it again.', (search, address) => {
    expect(readAccuracyAddress(search)).toEqual(address)
    expect(writeAccuracyAddress(address)).toBe(search)
  })

  it('leaves out what does not go together.', () => {
    expect(readAccuracyAddress('?kind=demand&by=carrier&sort=colour')).toEqual(readAccuracyAddress('?kind=demand'))
    expect(readAccuracyAddress('?kind=weather')).toEqual(readAccuracyAddress(''))
    for (const groups of Object.values(groupsOf)) expect(groups.length).toBeGreaterThan(0)
  })
})
