import type { ConditionSeries, Conditions } from '@lading/shared/contract/track'
import { effect, signal, untracked } from '@preact/signals'
import { authorised } from '../data/server/authorised.ts'
import { queryString } from '../data/server/request.ts'
import type { BandPoint } from './band-chart.tsx'
import type { Range } from './scale.ts'
import { zoom } from './seen.ts'

/** What was read anew of a part of the journey, in as many points as the whole had. */
type Finer = Range & { series: readonly ConditionSeries[] }

export const finer = signal<Finer | undefined>(undefined)

const points = 600
// Whoever zooms by steps waits for the last of them.
const restMs = 250
// A little more than is seen, so that lines go on to the edge.
const beside = 0.1

export const toBand = ({ points }: Pick<ConditionSeries, 'points'>) =>
  points.map(({ at, min, mean, max }): BandPoint => ({ at: Date.parse(at), low: min, middle: mean, high: max }))

/** Reads what is zoomed into of a shipment more finely; returns how to stop. */
export const followZoom = (shipmentId: string) => {
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const load = async ({ from, to }: Range) => {
    controller = new AbortController()
    const { signal } = controller
    const [start, end] = [from - (to - from) * beside, to + (to - from) * beside]
    const range = { from: new Date(start).toISOString(), until: new Date(end).toISOString() }
    const path = `/v1/shipments/${encodeURIComponent(shipmentId)}/conditions${queryString({ ...range, points })}`
    const result = await authorised<Conditions>(path, { signal })
    if (!signal.aborted && result.ok) finer.value = { from: start, to: end, series: result.value.series }
  }
  const stop = effect(() => {
    const range = zoom.value
    untracked(() => {
      clearTimeout(timer)
      controller.abort()
      if (!range) finer.value = undefined
      else if (!finer.value || range.from < finer.value.from || range.to > finer.value.to || isCoarse(range, finer.value))
        timer = setTimeout(() => void load(range), restMs)
    })
  })
  return () => {
    clearTimeout(timer)
    controller.abort()
    stop()
    finer.value = undefined
  }
}

const isCoarse = (seen: Range, read: Range) => read.to - read.from > 2 * (seen.to - seen.from)

/** The points of a series with those that were read anew in their place. */
export const withFiner = (coarse: readonly BandPoint[], measurement: ConditionSeries['measurement']): readonly BandPoint[] => {
  const { value } = finer
  const read = value?.series.find((series) => series.measurement === measurement)
  if (!value || !read || read.points.length === 0) return coarse
  return [...coarse.filter(({ at }) => at < value.from), ...toBand(read), ...coarse.filter(({ at }) => at >= value.to)]
}
