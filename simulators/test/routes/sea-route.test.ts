import { distanceKm } from '@lading/shared/geo/distance'
import { lengthKm } from '@lading/shared/geo/great-circle'
import { toPoint } from '@lading/shared/geo/point'
import { describe, expect, it, vi } from 'vitest'
import { type PortCode, port } from '../../src/places/ports.ts'
import { seaRoute } from '../../src/routes/sea-route.ts'

const between = (from: PortCode, to: PortCode) => seaRoute(port(from), port(to))

describe('a sea route', { timeout: 30_000 }, () => {
  // Port to port by way of the canals, from sea-distances.org, in nautical miles; the network is coarse, hence the tolerance.
  it.each([
    ['CNYTN', 'NLRTM', 9760],
    ['CNSHA', 'DEHAM', 10770],
    ['JPYOK', 'USLGB', 4860],
    ['KRPUS', 'USSEA', 4600],
    ['BRSSZ', 'BEANR', 5470],
    ['CLSAI', 'USNYC', 4650],
  ] as const)('from %s to %s is about as long as the tables say (%i nm)', (from, to, miles) => {
    const nm = lengthKm(between(from, to)) / 1.852
    expect(nm).toBeGreaterThan(miles * 0.9)
    expect(nm).toBeLessThan(miles * 1.2)
  })

  it('crosses the Pacific over the antimeridian, not by way of Suez', () => {
    const route = between('CNTAO', 'USLGB')
    expect(lengthKm(route)).toBeLessThan(13_000)
    expect(route.some(([lon]) => lon > 175)).toBe(true)
    expect(route.some(([lon]) => lon < -175)).toBe(true)
  })

  it.each([
    ['CNSHA', 'USSEA'],
    ['KRPUS', 'USSEA'],
    ['JPYOK', 'USSEA'],
  ] as const)('from %s to %s sails across the antimeridian, not along it', (from, to) => {
    const route = between(from, to)
    const alongKm = route.slice(1).reduce((km, point, index) => {
      const before = route[index] ?? point
      return Math.abs(before[0]) > 179.99 && Math.abs(point[0]) > 179.99 ? km + distanceKm(toPoint(before), toPoint(point)) : km
    }, 0)
    expect(alongKm).toBe(0)
    expect(route.some(([lon]) => lon < -175)).toBe(true)
  })

  it('begins and ends at the quays and has no gaps', () => {
    const route = between('CNTAO', 'USLGB')
    expect(distanceKm(toPoint(route[0] ?? [0, 0]), port('CNTAO'))).toBeLessThan(0.01)
    expect(distanceKm(toPoint(route.at(-1) ?? [0, 0]), port('USLGB'))).toBeLessThan(0.01)
    for (const [index, point] of route.slice(1).entries())
      expect(distanceKm(toPoint(route[index] ?? [0, 0]), toPoint(point))).toBeLessThan(110)
  })

  it('finds a way from a port whose nearest piece of the network leads nowhere', () => {
    expect(lengthKm(between('INNSA', 'GBFXT'))).toBeGreaterThan(10_000)
  })

  it('keeps what the library says to itself', () => {
    const log = vi.spyOn(console, 'log')
    between('TRISK', 'ITGOA')
    expect(log).not.toHaveBeenCalled()
    log.mockRestore()
  })
})
