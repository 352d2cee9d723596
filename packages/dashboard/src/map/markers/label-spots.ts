import type { LabelBox } from './uncrowded.ts'

export const directions = ['right', 'left', 'top', 'bottom'] as const
export type Direction = (typeof directions)[number]

/** From a place to its name, in pixels: past the largest mark. */
export const gapPx = 10

// Half the height of a line of text; Leaflet adds 6 px of its own between a place and its tooltip.
const halfPx = 9
const tooltipPx = 6

type Area = { width: number; height: number }

const boxes: Record<Direction, (x: number, y: number, width: number) => LabelBox> = {
  right: (x, y, width) => ({ left: x + gapPx, right: x + gapPx + tooltipPx + width, top: y - halfPx, bottom: y + halfPx }),
  left: (x, y, width) => ({ left: x - gapPx - tooltipPx - width, right: x - gapPx, top: y - halfPx, bottom: y + halfPx }),
  top: (x, y, width) => ({ left: x - width / 2, right: x + width / 2, top: y - gapPx - 2 * halfPx - tooltipPx, bottom: y - gapPx }),
  bottom: (x, y, width) => ({ left: x - width / 2, right: x + width / 2, top: y + gapPx, bottom: y + gapPx + 2 * halfPx + tooltipPx }),
}

/** Where a name of this width may stand around its place without being cut off by the edge of the map. */
export const labelSpots = ({ x, y }: { x: number; y: number }, width: number, area: Area) =>
  directions
    .map((direction) => ({ direction, box: boxes[direction](x, y, width) }))
    .filter(({ box }) => box.left >= 0 && box.top >= 0 && box.right <= area.width && box.bottom <= area.height)
