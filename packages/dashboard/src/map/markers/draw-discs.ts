import type { Spot } from '../mercator.ts'
import type { Scene } from '../scene.ts'
import { worldCopies } from '../world-copies.ts'
import type { Disc } from './cluster-discs.ts'
import { tokenColour } from './token.ts'

export const readDiscLook = (container: HTMLElement) => ({
  halo: tokenColour('--map-halo'),
  fill: tokenColour('--state-in-transit'),
  text: tokenColour('--ground'),
  alert: tokenColour('--severity-critical'),
  font: `650 12px ${getComputedStyle(container).fontFamily}`,
})
type DiscLook = ReturnType<typeof readDiscLook>

const haloPx = 2
const alertPx = 2.5

export const drawDiscs = (scene: Scene, all: readonly Disc[], look: DiscLook) => {
  const { context, size, left, top, width, height } = scene
  context.font = look.font
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const copy of worldCopies(scene))
    for (const disc of all) {
      const [x, y] = [(disc.x + copy) * size - left, disc.y * size - top]
      const reach = disc.reachPx + alertPx
      if (x > -reach && x < width + reach && y > -reach && y < height + reach) drawDisc(context, { x, y }, disc, look)
    }
}

const drawDisc = (context: Scene['context'], { x, y }: Spot, { reachPx, label, cluster }: Disc, look: DiscLook) => {
  const circle = (radius: number, colour: string) => {
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.fillStyle = colour
    context.fill()
  }
  if (cluster.openAlerts > 0) circle(reachPx + alertPx, look.alert)
  circle(reachPx, look.halo)
  circle(reachPx - haloPx, look.fill)
  context.fillStyle = look.text
  context.fillText(label, x, y + 1)
}
