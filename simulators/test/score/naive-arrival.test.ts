import type { Leg } from '@lading/shared/contract/shipment'
import { expect, it } from 'vitest'
import { naiveArrival } from '../../src/score/naive-arrival.ts'

it('What is left of the way divided by the usual speed is the yardstick, later legs included.', () => {
  // A degree of the equator is 111.2 km.
  const legs = [
    {
      mode: 'sea',
      route: [
        [0, 0],
        [3, 0],
      ],
    },
    {
      mode: 'road',
      route: [
        [3, 0],
        [4, 0],
      ],
    },
  ] as unknown as Leg[]
  const at = new Date('2026-03-10T00:00:00Z')
  const hours = (lon: number) => (naiveArrival(legs, { lat: 0, lon }, at).getTime() - at.getTime()) / 3_600_000
  expect(hours(1)).toBeCloseTo(222.4 / 30 + 111.2 / 70, 1)
  expect(hours(3.5)).toBeCloseTo(55.6 / 70, 1)
})
