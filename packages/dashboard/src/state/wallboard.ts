import type { Point } from '@lading/shared/geo/point'
import { computed, signal } from '@preact/signals'
import { isUsed } from './address/filter.ts'
import { readAddress } from './address/live-map.ts'
import { savedViews } from './address/saved-views.ts'
import { readWallboard, type Wallboard } from './address/wallboard.ts'
import { positions } from './map/positions.ts'
import { type Trouble, troubleRegions } from './map/trouble-regions.ts'
import { urgencyOf } from './queue/order.ts'
import { queueOf } from './queue/queue.ts'

/** Whether this screen hangs on a wall; the address says so. */
export const wallboard = signal<Wallboard | undefined>(readWallboard(globalThis.location?.search ?? ''))

export const openWallboard = () => {
  history.pushState(null, '', '/?wallboard')
  wallboard.value = readWallboard('?wallboard')
  void document.documentElement.requestFullscreen?.().catch(() => {
    // A browser that refuses shows it in its window.
  })
}

export const closeWallboard = () => {
  history.replaceState(null, '', '/')
  wallboard.value = undefined
  if (document.fullscreenElement) void document.exitFullscreen()
}

/** Follows the back and forward buttons; returns how to stop. */
export const followWallboard = () => {
  const follow = () => {
    wallboard.value = readWallboard(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}

/** One picture of those that the wall shows in turn. `points` are to be seen; without them everything that the filters let through. */
export type Scene =
  | { kind: 'all'; key: string }
  | { kind: 'region'; key: string; points: Point[]; count: number }
  | { kind: 'view'; key: string; name: string; query: string }

const regionsMost = 5

const regions = computed((): Scene[] => {
  const troubles = queueOf('open').flatMap((entry): Trouble[] => {
    const position = entry.alert && positions.value.get(entry.alert.shipmentId)
    return position ? [{ id: entry.alert.shipmentId, lat: position.lat, lon: position.lon, urgency: urgencyOf(entry) }] : []
  })
  return troubleRegions(troubles, regionsMost).map(({ troubles: points }) => {
    const ids = new Set(points.map(({ id }) => id))
    return { kind: 'region', key: `region ${points[0]?.id}`, points, count: ids.size }
  })
})

const views = computed((): Scene[] =>
  savedViews.value
    .filter(({ query }) => isUsed(readAddress(query).filter))
    .map(({ id, name, query }) => ({ kind: 'view', key: `view ${id}`, name, query })),
)

/** Everything first, then the regions of trouble, then the saved views, as far as they are wished for. */
export const scenes = computed((): Scene[] => {
  const show = wallboard.value?.show
  return [{ kind: 'all', key: 'all' }, ...(show === 'views' ? [] : regions.value), ...(show === 'regions' ? [] : views.value)]
})

/** The one after, or before, whatever has come and gone meanwhile. */
export const sceneAfter = (all: readonly Scene[], key: string, step = 1): Scene => {
  const at = all.findIndex((scene) => scene.key === key)
  return all[(Math.max(at, 0) + step + all.length) % all.length] as Scene
}
