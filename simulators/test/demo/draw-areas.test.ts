import type { Area } from '@lading/shared/domain/area'
import { checkArea } from '@lading/shared/geo/area/check-area'
import { expect, it } from 'vitest'
import { drawAreas } from '../../src/demo/draw-areas.ts'

it('What a demonstration draws is kept as it is drawn.', async () => {
  const areas: Area[] = []
  await drawAreas({ drawGeofence: async ({ area }) => void areas.push(area), tellHazard: async ({ area }) => void areas.push(area) }, 0)
  expect(areas.map((area) => checkArea(area))).toEqual(areas.map((area) => ({ area })))
})
