import type { Atlas } from '../../state/map/land.ts'
import { onScene, type Scene, type View } from '../scene.ts'
import { worldCopies } from '../world-copies.ts'
import { type LandShapes, landShapes, type Shape } from './shapes.ts'

export type LandColours = { land: string; coast: string; border: string }

/** Draws land, coasts and borders of an atlas. The shapes of each are kept, as zooming in and out changes between two of them. */
export const createLandPicture = () => {
  const known = new WeakMap<Atlas, LandShapes>()
  const shapesOf = (atlas: Atlas) => {
    const shapes = known.get(atlas) ?? landShapes(atlas)
    known.set(atlas, shapes)
    return shapes
  }
  let shapes: LandShapes
  let colours: LandColours
  const picture = onScene((scene) => {
    for (const copy of worldCopies(scene)) drawWorld(scene, copy, shapes, colours)
  })
  return (view: View, atlas: Atlas, inColours: LandColours) => {
    shapes = shapesOf(atlas)
    colours = inColours
    return picture(view)
  }
}

const drawWorld = (view: Scene, copy: number, { land, coast, borders }: LandShapes, colours: LandColours) => {
  const { context, left, top, size } = view
  const inView = (shape: Shape) => isInView(view, copy, shape)
  context.save()
  context.translate(copy * size - left, -top)
  context.scale(size, size)
  context.lineJoin = 'round'
  context.lineWidth = 0.75 / size
  context.fillStyle = colours.land
  for (const { path } of land.filter(inView)) context.fill(path)
  context.strokeStyle = colours.border
  for (const { path } of borders.filter(inView)) context.stroke(path)
  context.strokeStyle = colours.coast
  for (const { path } of coast.filter(inView)) context.stroke(path)
  context.restore()
}

const isInView = ({ left, top, width, height, size }: View, copy: number, { west, east, north, south }: Shape) =>
  (east + copy) * size >= left && (west + copy) * size <= left + width && south * size >= top && north * size <= top + height
