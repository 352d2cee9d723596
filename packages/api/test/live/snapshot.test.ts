import { describe, expect, it } from 'vitest'
import { zoomFor } from '../../src/live/snapshot.ts'

describe('zoomFor', () => {
  it.each([
    ['the world', { west: -180, south: -90, east: 180, north: 90 }, 2],
    ['Europe', { west: -10, south: 35, east: 30, north: 60 }, 5],
    ['across the antimeridian', { west: 170, south: -10, east: -170, north: 10 }, 6],
    ['a point', { west: 5, south: 52, east: 5, north: 52 }, 2],
    ['a street', { west: 5, south: 52, east: 5.001, north: 52.001 }, 20],
  ])('%s fills a pane at a zoom that fits', (_, bbox, zoom) => expect(zoomFor(bbox)).toBe(zoom))
})
