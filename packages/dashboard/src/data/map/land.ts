import { effect, untracked } from '@preact/signals'
import fine from 'world-atlas/countries-50m.json?url'
import coarse from 'world-atlas/countries-110m.json?url'
import { type Atlas, atlas } from '../../state/map/land.ts'
import { viewport } from '../../state/map/viewport.ts'
import { request } from '../server/request.ts'

// From this zoom on the coarse coasts look broken.
const fineFromZoom = 3.25

/**
 * Loads the land that comes with the dashboard, as fine as the map's zoom deserves. Both stay in memory once they are here:
 * from afar the fine one would cost each redraw six times the work for islands of one pixel.
 */
export const followLand = () => {
  const loaded = new Map<string, Atlas>()
  let wanted = ''
  const load = async (url: string) => {
    wanted = url
    const known = loaded.get(url)
    const result = known ? { ok: true as const, value: known } : await request<Atlas>(url)
    if (result.ok) loaded.set(url, result.value)
    // The map may have been zoomed meanwhile.
    if (url !== wanted) return
    if (result.ok) atlas.value = result.value
    // Without land the map stays usable, and the next zoom tries again.
    else wanted = ''
  }
  return effect(() => {
    const zoom = viewport.value?.zoom
    untracked(() => {
      if (zoom === undefined) return
      const url = zoom >= fineFromZoom ? fine : coarse
      if (url !== wanted) void load(url)
    })
  })
}

/** Coarse land for a small map, where no map has brought any yet. */
export const loadCoarseLand = async () => {
  if (atlas.peek()) return
  const result = await request<Atlas>(coarse)
  if (result.ok && !atlas.peek()) atlas.value = result.value
}
