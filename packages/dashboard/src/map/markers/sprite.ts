import type { Mode } from '@lading/shared/domain/mode'
import type { Look } from './look.ts'
import { tokenColour } from './token.ts'

// Seen from above, pointing north, in a box of 16 pixels around the origin.
const shapes: Record<Mode, string> = {
  sea: 'M0-8.5C2.8-5.5 4-2.5 4 .5V6.5L2.8 8.5H-2.8L-4 6.5V.5C-4-2.5-2.8-5.5 0-8.5Z',
  air: 'M0-8.5C1-8.5 1.5-7 1.5-5.5V-2.2L8.5 2.3V4.6L1.5 2.4V5.4L3.6 7V8.6L0 7.6L-3.6 8.6V7L-1.5 5.4V2.4L-8.5 4.6V2.3L-1.5-2.2V-5.5C-1.5-7-1-8.5 0-8.5Z',
  road: 'M0-8L6.2 7L0 3.9L-6.2 7Z',
  rail: 'M0-8.5L3.6-4.5V-1H2.6V.6H3.6V8.5H-3.6V.6H-2.6V-1H-3.6V-4.5Z',
  parcel: 'M0-7.5L5.5-2.2V6.5H-5.5V-2.2Z',
}
const standing = 'M0-5.2A5.2 5.2 0 1 1 0 5.2A5.2 5.2 0 1 1 0-5.2Z'

/** Side of a sprite in CSS pixels: the shape turned any way, its halo and the ring of an alert. */
export const spriteSize = 34

/**
 * Draws every distinct look once for a size; a marker is then one copy of pixels, which is what carries 20,000 of them. Shape tells
 * the mode, colour the state, a ring an alert (heavier when critical), a hollow shape silence.
 */
export const createSprites = () => {
  const colours = new Map<string, string>()
  const colour = (token: string) => {
    const known = colours.get(token) ?? tokenColour(token)
    colours.set(token, known)
    return known
  }
  let drawn = new Map<Look, ImageBitmap>()
  let drawnPx = 0
  /** `side` in CSS pixels, of which each has `ratio` on the screen. */
  return (side: number, ratio: number) => {
    const px = Math.round(side * ratio)
    if (px !== drawnPx) drawn = new Map()
    drawnPx = px
    return (look: Look) => {
      const known = drawn.get(look)
      if (known) return known
      const sprite = drawSprite(look, px, colour)
      drawn.set(look, sprite)
      return sprite
    }
  }
}

const drawSprite = ({ mode, state, heading, stale, severity, selected }: Look, px: number, colour: (token: string) => string) => {
  const canvas = new OffscreenCanvas(px, px)
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  context.scale(px / spriteSize, px / spriteSize)
  context.translate(spriteSize / 2, spriteSize / 2)
  context.lineJoin = 'round'

  const ring = (radius: number, width: number, stroke: string) => {
    context.beginPath()
    context.arc(0, 0, radius, 0, 2 * Math.PI)
    context.lineWidth = width
    context.strokeStyle = stroke
    context.stroke()
  }
  if (severity === 'warning' || severity === 'critical') {
    ring(12, 4, colour('--map-halo'))
    ring(12, severity === 'critical' ? 2.75 : 1.5, colour(`--severity-${severity}`))
  }
  if (selected) {
    ring(15, 4, colour('--map-halo'))
    ring(15, 2, colour('--accent'))
  }

  const path = new Path2D(heading === undefined || !mode ? standing : shapes[mode])
  if (heading !== undefined) context.rotate((heading * Math.PI) / 180)
  context.lineWidth = 3.5
  context.strokeStyle = colour('--map-halo')
  context.stroke(path)
  context.fillStyle = colour(stale ? '--map-halo' : `--state-${state}`)
  context.fill(path)
  if (stale) {
    context.lineWidth = 1.75
    context.strokeStyle = colour(`--state-${state}`)
    context.stroke(path)
  }
  return canvas.transferToImageBitmap()
}
