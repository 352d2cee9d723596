import { describe, expect, it, test } from 'vitest'
import { readWallboard } from '../../src/state/address/wallboard.ts'
import { type Trouble, troubleRegions } from '../../src/state/map/trouble-regions.ts'
import { type Scene, sceneAfter } from '../../src/state/wallboard.ts'

test.each([
  ['', undefined],
  ['?shipment=1', undefined],
  ['?wallboard', { seconds: 20, show: 'both' }],
  ['?wallboard=45&show=views', { seconds: 45, show: 'views' }],
  ['?wallboard=1', { seconds: 5, show: 'both' }],
  ['?wallboard=soon&show=everything', { seconds: 20, show: 'both' }],
])('The address %s says whether and how the wall shows.', (search, wallboard) => {
  expect(readWallboard(search)).toEqual(wallboard)
})

describe('Regions of trouble', () => {
  const trouble = (id: string, lat: number, lon: number, urgency: number): Trouble => ({ id, lat, lon, urgency })
  it('hold what lies together, also over the antimeridian, and come by how urgent they are together.', () => {
    const regions = troubleRegions(
      [
        trouble('rotterdam', 51.9, 4.1, 0.4),
        trouble('antwerp', 51.2, 4.4, 0.4),
        trouble('singapore', 1.3, 103.8, 0.6),
        trouble('fiji', -17, 179, 0.1),
        trouble('beyond', -17, -179, 0.1),
      ],
      5,
    )
    expect(regions.map(({ troubles }) => troubles.map(({ id }) => id))).toEqual([
      ['rotterdam', 'antwerp'],
      ['singapore'],
      ['fiji', 'beyond'],
    ])
  })

  it('are at most as many as asked for, and none where nothing is wrong.', () => {
    const far = Array.from({ length: 9 }, (_, index) => trouble(String(index), 0, index * 20, index))
    expect(troubleRegions(far, 5).map(({ urgency }) => urgency)).toEqual([8, 7, 6, 5, 4])
    expect(troubleRegions([], 5)).toEqual([])
  })
})

test('Pictures follow one another and begin anew; one that is gone is followed by the one after the first.', () => {
  const scenes = ['all', 'a', 'b'].map((key): Scene => ({ kind: 'all', key }))
  expect(sceneAfter(scenes, 'all').key).toBe('a')
  expect(sceneAfter(scenes, 'b').key).toBe('all')
  expect(sceneAfter(scenes, 'all', -1).key).toBe('b')
  expect(sceneAfter(scenes, 'gone').key).toBe('a')
})
