import { IdParams } from '@lading/shared/contract/common'
import { Conditions, ConditionsQuery, Track, TrackQuery } from '@lading/shared/contract/track'
import { type ConditionName, conditionNames } from '@lading/shared/domain/reading'
import { gapsBetween } from '@lading/shared/domain/track-gap'
import { simplifyInTime } from '@lading/shared/geo/simplify'
import { DomainError } from '@lading/store/postgres/domain-error'
import { assignmentsOf } from '@lading/store/postgres/shipment/assignments'
import type { Fix } from '@lading/store/telemetry/fix'
import type { DeviceRange } from '@lading/store/telemetry/telemetry-store'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { deviceRanges } from '../../shipment/device-ranges.ts'
import { hourlyUntil } from '../../shipment/hourly-until.ts'
import { mergeSlices } from '../../shipment/merge-slices.ts'

const tags = ['shipments']

/** Where a shipment has been and how its goods fared: readings of the devices that went with it, while they did. */
export const trackRoutes = async (app: App, { database: { db }, telemetry, clock }: Dependencies) => {
  const rangesOf = async (id: string, wanted: { from?: string; until?: string }) => {
    const assignments = await assignmentsOf(db, id)
    if (!assignments) throw new DomainError('shipment-not-found', 'There is no such shipment.')
    return deviceRanges(assignments, wanted, clock.now())
  }

  app.get(
    '/v1/shipments/:id/track',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Where it has been, oldest first', params: IdParams, querystring: TrackQuery, response: { 200: Track } },
    },
    async ({ params, query: { points = 500, ...wanted } }) => {
      const ranges = await rangesOf(params.id, wanted)
      const tracks = await Promise.all(ranges.map((range) => telemetry.fixes(range)))
      const fixes = tracks.length === 1 ? (tracks[0] as Fix[]) : tracks.flat().sort((a, b) => a.recordedAtMs - b.recordedAtMs)
      return {
        points: simplifyInTime(fixes, points).map(toTrackPoint),
        gaps: gapsBetween(fixes.map(({ recordedAtMs }) => recordedAtMs)).map(({ fromMs, untilMs }) => ({
          from: new Date(fromMs).toISOString(),
          until: new Date(untilMs).toISOString(),
        })),
        total: fixes.length,
        hourlyUntil: hourlyUntil(fixes, ({ recordedAtMs }) => recordedAtMs),
      }
    },
  )

  app.get(
    '/v1/shipments/:id/conditions',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'Temperature, shock and so on over time',
        params: IdParams,
        querystring: ConditionsQuery,
        response: { 200: Conditions },
      },
    },
    async ({ params, query: { points = 300, measurement = [...conditionNames], ...wanted } }) => {
      const ranges = await rangesOf(params.id, wanted)
      const series = await Promise.all(measurement.map((name) => seriesOf(ranges, name, points)))
      return { series: series.filter((each) => each.points.length > 0) }
    },
  )

  const seriesOf = async (ranges: DeviceRange[], measurement: ConditionName, points: number) => {
    const slices = await Promise.all(ranges.map((range) => telemetry.series(range, measurement, points)))
    const merged = mergeSlices(slices.flat(), points)
    return {
      measurement,
      points: merged.map(({ atMs, min, mean, max }) => ({ at: new Date(atMs).toISOString(), min, mean, max })),
      hourlyUntil: hourlyUntil(merged, ({ atMs }) => atMs),
    }
  }
}

const toTrackPoint = ({ lat, lon, recordedAtMs, speedKmh, headingDeg }: Fix) => ({
  lat,
  lon,
  recordedAt: new Date(recordedAtMs).toISOString(),
  speedKmh: speedKmh ?? null,
  headingDeg: headingDeg ?? null,
})
