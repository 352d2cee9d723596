import type { Cluster } from '@lading/shared/contract/map'
import { computed } from '@preact/signals'
import { locale } from '../../i18n/t.ts'
import { clusters } from '../../state/map/clusters.ts'
import { isReplaying } from '../../state/replay/replay.ts'
import { mercator, type Spot } from '../mercator.ts'

/** `reachPx` is its radius. */
export type Disc = Spot & { id: string; reachPx: number; label: string; cluster: Cluster }

const short = new Intl.NumberFormat(locale, { notation: 'compact' })

// The area grows with the count, within what can be hit and does not cover a continent.
const sideOf = (count: number) => Math.round(Math.min(64, Math.max(28, 8 * Math.sqrt(Math.log2(count) * 3))))

/** Shipments the server summed up, as counted discs. None while the past is replayed. */
export const discs = computed(() => {
  if (isReplaying.value) return []
  return clusters.value.map((cluster): Disc => {
    const { lat, lon, count } = cluster
    return { ...mercator(lat, lon), id: `${lat} ${lon}`, reachPx: sideOf(count) / 2, label: short.format(count), cluster }
  })
})
