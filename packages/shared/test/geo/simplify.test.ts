import { normaliseLon } from '@lading/shared/geo/point'
import { simplify, simplifyInTime } from '@lading/shared/geo/simplify'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const points = fc.array(
  fc.record({ lat: fc.double({ min: -80, max: 80, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) }),
  {
    minLength: 2,
    maxLength: 300,
  },
)

it('keeps first and last, the order, and no more than asked for', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 2, max: 50 }), (line, count) => {
      const fewer = simplify(line, count)
      expect(fewer).toHaveLength(Math.min(line.length, Math.max(2, count)))
      expect(fewer[0]).toBe(line[0])
      expect(fewer.at(-1)).toBe(line.at(-1))
      const places = fewer.map((point) => line.indexOf(point))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }),
  )
})

it('drops what lies on a straight line before it drops a corner', () => {
  const straight = Array.from({ length: 20 }, (_, index) => ({ lat: 0, lon: index / 10 }))
  const corner = { lat: 1, lon: 2 }
  const back = Array.from({ length: 20 }, (_, index) => ({ lat: 0, lon: 2.1 + index / 10 }))
  expect(simplify([...straight, corner, ...back], 5)).toContain(corner)
})

it('keeps the same of a way over the date line as of any other', () => {
  const way = (from: number) =>
    Array.from({ length: 90 }, (_, index) => ({ lat: Math.sin(index / 7) * 3, lon: normaliseLon(from + index / 4) }))
  const kept = (from: number) => {
    const line = way(from)
    return simplify(line, 12).map((point) => line.indexOf(point))
  }
  expect(kept(170)).toEqual(kept(10))
  expect(kept(-190)).toEqual(kept(10))
})

it('thins 30,000 points without recursing too deep', () => {
  const line = Array.from({ length: 30_000 }, (_, index) => ({ lat: Math.sin(index / 500) * 40, lon: (index / 30_000) * 300 - 150 }))
  expect(simplify(line, 500)).toHaveLength(500)
})

it('keeps when something stood, which its shape does not show', () => {
  const hour = (index: number, lon: number) => ({ recordedAtMs: index * 3600_000, lat: 0, lon })
  const sailing = Array.from({ length: 40 }, (_, index) => hour(index, index / 10))
  const inPort = Array.from({ length: 40 }, (_, index) => hour(40 + index, 4))
  const onwards = Array.from({ length: 40 }, (_, index) => hour(80 + index, 4 + index / 10))
  const way = [...sailing, ...inPort, ...onwards]
  expect(simplifyInTime(way, 4)).toEqual([way[0], hour(40, 4), hour(80, 4), way.at(-1)])
})
