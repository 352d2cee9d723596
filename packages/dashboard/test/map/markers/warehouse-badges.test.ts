import fc from 'fast-check'
import { expect, test } from 'vitest'
import { warehouseBadges } from '../../../src/map/markers/warehouse-badges.ts'
import type { WarehouseState } from '../../../src/state/map/warehouse-states.ts'

// Places in pixels, by their names.
const state = (code: string, x: number, y: number, atRisk: number, out = 0): WarehouseState => ({
  code,
  name: code,
  lat: y,
  lon: x,
  atRisk,
  out,
})
const at = ({ lat, lon }: WarehouseState) => ({ x: lon, y: lat })
const around = (x: number, y: number, reach: number) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach })
const badges = (states: WarehouseState[], marks: ReturnType<typeof around>[] = []) =>
  warehouseBadges({ states, at, marks }).map(({ states, offset, covers }) => [
    states.map(({ code }) => code).join(' '),
    offset.y < 0,
    covers,
  ])

test('Warehouses whose badges would cover each other are one, which stands where most has run out.', () => {
  expect(badges([state('well', 0, 0, 0), state('worst', 10, 4, 3, 2), state('bad', 20, 0, 9, 1), state('far', 300, 0, 1)])).toEqual([
    ['worst bad well', true, false],
    ['far', true, false],
  ])
})

test('A badge stands elsewhere beside its place where it would cover shipments that are summed up.', () => {
  expect(badges([state('port', 0, 0, 1)], [around(0, -20, 16)])).toEqual([['port', false, false]])
})

test('Where there is no room at all a badge covers what is there rather than being hidden.', () => {
  expect(badges([state('port', 0, 0, 1)], [around(0, 0, 200)])).toEqual([['port', true, true]])
})

test('Every warehouse is in one badge, and the worst of all is the first of its own.', () => {
  const some = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 200 }), atRisk: fc.nat(20), out: fc.nat(3) })
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 20 }), (places) => {
      const states = places.map(({ x, y, atRisk, out }, index) => state(String(index), x, y, atRisk, out))
      const groups = warehouseBadges({ states, at, marks: [] }).map((badge) => badge.states)
      expect(groups.flatMap((group) => group.map(({ code }) => code)).sort()).toEqual(states.map(({ code }) => code).sort())
      const worst = states.toSorted((one, other) => other.out - one.out || other.atRisk - one.atRisk)[0]
      expect(groups[0]?.[0]).toMatchObject({ out: worst?.out, atRisk: worst?.atRisk })
    }),
  )
})
