import Type from 'typebox'
import { exportFormats } from '../domain/export-format.ts'
import { conditionNames } from '../domain/reading.ts'
import { Id, Instant, Lat, Lon } from './common.ts'

const TimeRange = {
  from: Type.Optional(Instant),
  until: Type.Optional(Instant),
}

export const TrackQuery = Type.Object({
  ...TimeRange,
  points: Type.Optional(Type.Integer({ minimum: 2, maximum: 5000, default: 500, description: 'simplified to at most so many' })),
})

export const TrackPoint = Type.Object({
  lat: Lat,
  lon: Lon,
  recordedAt: Instant,
  speedKmh: Type.Union([Type.Number(), Type.Null()]),
  headingDeg: Type.Union([Type.Number(), Type.Null()]),
})
export type TrackPoint = Type.Static<typeof TrackPoint>

/** Readings are kept for a set time, and hourly figures for longer. */
const HourlyUntil = Type.Union([Instant, Type.Null()], {
  description: 'the last point that stands for an hour whose readings are not kept any more; null where all points are of readings',
})

const TrackGap = Type.Object({ from: Instant, until: Instant })
export type TrackGap = Type.Static<typeof TrackGap>

/** Where the shipment has been, oldest first. `total` counts the fixes before simplification, which keeps shape and times. */
export const Track = Type.Object({
  points: Type.Array(TrackPoint),
  gaps: Type.Array(TrackGap, { description: 'between two fixes that are so far apart that nobody knows where it was' }),
  total: Type.Integer(),
  hourlyUntil: HourlyUntil,
})
export type Track = Type.Static<typeof Track>

export const ConditionsQuery = Type.Object({
  ...TimeRange,
  points: Type.Optional(Type.Integer({ minimum: 2, maximum: 2000, default: 300 })),
  measurement: Type.Optional(Type.Array(Type.Enum([...conditionNames]))),
})

/** Each point sums up one slice of time, so that an excursion never disappears by downsampling. */
export const ConditionSeries = Type.Object({
  measurement: Type.Enum([...conditionNames]),
  points: Type.Array(Type.Object({ at: Instant, min: Type.Number(), mean: Type.Number(), max: Type.Number() })),
  hourlyUntil: HourlyUntil,
})
export type ConditionSeries = Type.Static<typeof ConditionSeries>

export const Conditions = Type.Object({ series: Type.Array(ConditionSeries) })
export type Conditions = Type.Static<typeof Conditions>

export const ExportParams = Type.Object({ id: Id, format: Type.Enum([...exportFormats]) })
export const ExportQuery = Type.Object(TimeRange)
