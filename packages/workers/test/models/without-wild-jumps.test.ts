import { withoutWildJumps as without } from '@lading/workers/models/without-wild-jumps'
import { describe, expect, test } from 'vitest'

const withoutWildJumps = (fixes: Parameters<typeof without>[0]) => without(fixes, ['road', 'air'])
const minute = (minutes: number, lat: number, lon: number) => ({ atMs: minutes * 60_000, lat, lon })
const track = [minute(0, 50, 4), minute(10, 50.1, 4), minute(20, 50.2, 4), minute(30, 50.3, 4)]
const far = minute(15, 0, 0)

describe('wild jumps', () => {
  test('A track without any stays as it is.', () => {
    expect(withoutWildJumps(track)).toEqual(track)
    expect(withoutWildJumps([])).toEqual([])
  })

  test('One fix that nothing could reach, and back again, is left out.', () => {
    expect(withoutWildJumps([...track.slice(0, 2), far, ...track.slice(2)])).toEqual(track)
  })

  test('At the very beginning too.', () => {
    expect(withoutWildJumps([minute(-5, 0, 0), ...track])).toEqual(track)
    expect(withoutWildJumps([minute(-9, 40, -9), minute(-5, 0, 0), ...track])).toEqual(track)
    expect(withoutWildJumps([minute(-9, 50, 4), minute(-5, 0, 0), ...track])).toEqual([minute(-9, 50, 4), ...track])
  })

  test('At the end it waits for another fix: gone if that is back, believed if that agrees.', () => {
    const end = minute(35, 0, 0)
    expect(withoutWildJumps([...track, end])).toEqual(track)
    expect(withoutWildJumps([...track, end, minute(40, 50.4, 4)])).toEqual([...track, minute(40, 50.4, 4)])
    expect(withoutWildJumps([...track, end, minute(40, 0.1, 0)])).toEqual([...track, end, minute(40, 0.1, 0)])
  })

  test('An airliner is not wild: 900 km in an hour.', () => {
    const flight = [minute(0, 50, 4), minute(60, 58, 4), minute(120, 66, 4)]
    expect(withoutWildJumps(flight)).toEqual(flight)
  })

  test('Scatter of some hundred metres within a second is not wild.', () => {
    const scatter = [minute(0, 50, 4), minute(0.01, 50.01, 4), minute(0.02, 50, 4)]
    expect(withoutWildJumps(scatter)).toEqual(scatter)
  })

  test('What an airliner can do, a lorry cannot.', () => {
    const flight = [minute(0, 50, 4), minute(60, 58, 4), minute(120, 50, 4)]
    expect(without(flight, ['road', 'air'])).toEqual(flight)
    expect(without(flight, ['sea', 'road'])).toEqual([flight[0], flight[2]])
  })
})
