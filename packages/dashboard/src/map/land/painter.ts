import type { Atlas } from '../../state/map/land.ts'
import type { View } from '../scene.ts'
import { createLandPicture, type LandColours } from './picture.ts'
import type { LandAsked } from './worker.ts'

/**
 * Has land painted in a thread of its own, as the coasts of half a continent take longer than a frame; here, where there can be no such
 * thread. One picture is asked for at a time.
 */
export const createLandPainter = () => {
  let thread: Worker | undefined = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  let here: ReturnType<typeof createLandPicture> | undefined
  const told: Atlas[] = []

  const paintHere = (view: View, atlas: Atlas, colours: LandColours) => {
    here ??= createLandPicture()
    return here(view, atlas, colours)
  }

  const paintThere = (there: Worker, view: View, atlas: Atlas, colours: LandColours) =>
    new Promise<ImageBitmap>((resolve) => {
      there.onmessage = ({ data }: MessageEvent<ImageBitmap>) => resolve(data)
      there.onerror = () => {
        there.terminate()
        thread = undefined
        resolve(paintHere(view, atlas, colours))
      }
      const isNew = !told.includes(atlas)
      if (isNew) told.push(atlas)
      const asked: LandAsked = { view, colours, atlasId: told.indexOf(atlas), ...(isNew && { atlas }) }
      there.postMessage(asked)
    })

  return {
    paint: (view: View, atlas: Atlas, colours: LandColours) =>
      thread ? paintThere(thread, view, atlas, colours) : paintHere(view, atlas, colours),
    end: () => thread?.terminate(),
  }
}
