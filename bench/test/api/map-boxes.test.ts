import { mapBoxes } from '@lading/bench/api/map-boxes'
import { parseBbox } from '@lading/shared/geo/bbox'
import { expect, test } from 'vitest'

test('Every box lies on the globe and is as wide as a pane at its zoom.', () => {
  for (const { bbox, zoom } of mapBoxes()) {
    const box = parseBbox(bbox)
    expect(box, bbox).toBeDefined()
    const width = (box?.east ?? 0) - (box?.west ?? 0)
    expect(width).toBeCloseTo(Math.min(width, (1060 * 360) / (256 * 2 ** zoom)), 2)
    expect(width).toBeGreaterThan(0)
  }
})
