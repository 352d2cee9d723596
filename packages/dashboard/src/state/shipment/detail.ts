import type { Shipment } from '@lading/shared/contract/shipment'
import type { ConditionSeries, TrackGap, TrackPoint } from '@lading/shared/contract/track'
import { unknownFromMs } from '@lading/shared/domain/track-gap'
import { computed, signal } from '@preact/signals'
import { timedTrack } from '../replay/timed-track.ts'
import type { Load } from '../server/load.ts'

export type Detail = { shipment: Shipment; track: TrackPoint[]; gaps: TrackGap[]; conditions: ConditionSeries[] }

/** The selected shipment in full; it stays on screen while it is fetched again. */
export const detail = signal<Detail | undefined>(undefined)
export const detailLoad = signal<Load>({ status: 'ready' })

/** Where the selected shipment was, and when. */
export const detailTrack = computed(() => detail.value && timedTrack(detail.value.track, detail.value.gaps))

/** The track goes on with every live position, so that line and marker never part; also after a silence, which stays one. */
export const withTrackPoint = <Known extends Pick<Detail, 'track' | 'gaps'>>(known: Known, point: TrackPoint): Known => {
  const last = known.track.at(-1)
  const silentMs = last ? Date.parse(point.recordedAt) - Date.parse(last.recordedAt) : 1
  if (silentMs <= 0) return known
  const gaps = last && silentMs > unknownFromMs ? [...known.gaps, { from: last.recordedAt, until: point.recordedAt }] : known.gaps
  return { ...known, track: [...known.track, point], gaps }
}
