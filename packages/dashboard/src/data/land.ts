import { effect, untracked } from '@preact/signals'
import fine from 'world-atlas/countries-50m.json?url'
import coarse from 'world-atlas/countries-110m.json?url'
import { type Atlas, atlas } from '../state/land.ts'
import { viewport } from '../state/viewport.ts'
import { request } from './request.ts'

// From this zoom on the coarse coasts look broken; until then a seventh of the bytes will do.
const fineFromZoom = 3.25

/** Loads the land that comes with the dashboard, as fine as the map's zoom deserves; once fine it stays fine. */
export const followLand = () => {
  let wanted = ''
  const load = async (url: string) => {
    wanted = url
    const result = await request<Atlas>(url)
    // The fine one may have overtaken the coarse one. Without land the map stays usable, and the next zoom tries again.
    if (url !== wanted) return
    if (result.ok) atlas.value = result.value
    else wanted = ''
  }
  return effect(() => {
    const zoom = viewport.value?.zoom
    untracked(() => {
      if (zoom === undefined || wanted === fine) return
      const url = zoom >= fineFromZoom ? fine : coarse
      if (url !== wanted) void load(url)
    })
  })
}
