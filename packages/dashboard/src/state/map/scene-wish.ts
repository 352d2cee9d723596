import type { Point } from '@lading/shared/geo/point'
import { signal } from '@preact/signals'
import { wish } from './viewport.ts'

/** What the wall shows now, in points that are to be seen. */
export const sceneWish = signal<{ points: Point[]; at: number } | undefined>(undefined)

/** Without points, everything that the filters let through. */
export const showScene = (points: Point[] | undefined) => {
  sceneWish.value = points && { points, at: performance.now() }
  if (!points) wish('all')
}
