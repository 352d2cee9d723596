/// <reference lib="webworker" />
import type { Atlas } from '../../state/map/land.ts'
import type { View } from '../scene.ts'
import { createLandPicture, type LandColours } from './picture.ts'

declare const self: DedicatedWorkerGlobalScope

/** What is asked of it, one picture after the other; an atlas comes with the first that shows it. */
export type LandAsked = { view: View; colours: LandColours; atlasId: number; atlas?: Atlas }

const picture = createLandPicture()
const atlases = new Map<number, Atlas>()

self.addEventListener('message', ({ data: { view, colours, atlasId, atlas } }: MessageEvent<LandAsked>) => {
  if (atlas) atlases.set(atlasId, atlas)
  const made = picture(view, atlases.get(atlasId) as Atlas, colours)
  self.postMessage(made, [made])
})
