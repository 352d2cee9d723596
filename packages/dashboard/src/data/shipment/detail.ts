import type { Shipment } from '@lading/shared/contract/shipment'
import type { Conditions, Track } from '@lading/shared/contract/track'
import { effect, untracked } from '@preact/signals'
import { selectedId } from '../../state/address/live-map.ts'
import { positions, positionsOf, withPositions } from '../../state/map/positions.ts'
import { alerts } from '../../state/queue/alerts.ts'
import { detail, detailLoad, withTrackPoint } from '../../state/shipment/detail.ts'
import { shipments, withShipments } from '../../state/shipment/shipments.ts'
import { authorised } from '../server/authorised.ts'

/** Loads what the detail shows of a shipment: itself, its track and its conditions. */
export const loadDetail = async (id: string, signal: AbortSignal) => {
  const path = `/v1/shipments/${encodeURIComponent(id)}`
  const [shipment, track, conditions] = await Promise.all([
    authorised<Shipment>(path, { signal }),
    authorised<Track>(`${path}/track?points=1000`, { signal }),
    authorised<Conditions>(`${path}/conditions?points=400`, { signal }),
  ])
  if (signal.aborted) return
  const failed = [shipment, track, conditions].find((result) => !result.ok)
  if (!shipment.ok || !track.ok || !conditions.ok) {
    if (failed && !failed.ok) detailLoad.value = { status: 'failed', failure: failed.failure }
    return
  }
  shipments.value = withShipments(shipments.value, [shipment.value])
  positions.value = withPositions(positions.value, positionsOf([shipment.value]))
  detail.value = { shipment: shipment.value, track: track.value.points, gaps: track.value.gaps, conditions: conditions.value.series }
  detailLoad.value = { status: 'ready' }
}

/** Fetches again at most this often while a shipment keeps changing. */
const refreshMs = 4000
/** Several that close at once are one change. */
const soonMs = 200

/** Keeps `detail` in step with the selection, with what changes about the shipment, and with where it moves. */
export const followSelection = () => {
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const load = () => {
    timer = undefined
    controller.abort()
    controller = new AbortController()
    if (selectedId.value) void loadDetail(selectedId.value, controller.signal)
  }

  const stopSelection = effect(() => {
    const id = selectedId.value
    untracked(() => {
      clearTimeout(timer)
      if (detail.value?.shipment.id !== id) detail.value = undefined
      detailLoad.value = { status: id ? 'loading' : 'ready' }
      load()
    })
  })
  const stopChanges = effect(() => {
    const changedAt = shipments.value.get(selectedId.value ?? '')?.updatedAt
    untracked(() => {
      if (detail.value && changedAt && changedAt > detail.value.shipment.updatedAt) timer ??= setTimeout(load, refreshMs)
    })
  })
  const stopMoves = effect(() => {
    const position = positions.value.get(selectedId.value ?? '')
    untracked(() => {
      if (!detail.value || !position || detail.value.shipment.id !== selectedId.value) return
      const point = { ...position, speedKmh: position.speedKmh ?? null, headingDeg: position.headingDeg ?? null }
      detail.value = withTrackPoint(detail.value, point)
    })
  })
  let alertsBefore = ''
  const stopAlerts = effect(() => {
    const id = selectedId.value
    const its = [...alerts.value.values()].filter(({ shipmentId }) => shipmentId === id).map((alert) => alert.id)
    untracked(() => {
      // One that closed by itself is heard of once and then known no more: what was read with the shipment has it as open.
      const isGone = alertsBefore !== '' && alertsBefore.split(' ').some((one) => !its.includes(one))
      if (isGone && detail.value?.shipment.id === id) timer ??= setTimeout(load, soonMs)
      alertsBefore = its.join(' ')
    })
  })
  return () => {
    clearTimeout(timer)
    controller.abort()
    for (const stop of [stopSelection, stopChanges, stopMoves, stopAlerts]) stop()
  }
}
