import type { FinishedStage } from '@lading/models/arrival/stage'
import type { Mode } from '@lading/shared/domain/mode'
import type { StageKind } from '@lading/shared/domain/stage'
import { pastJourneys } from '@lading/simulators/demo/past-journeys'
import { pastStages } from '@lading/simulators/demo/past-stages'
import { parse } from 'csv-parse/sync'

/** The stages of so many journeys that are over before `nowMs`, as whoever starts with Lading would import them. */
export const pastOf = (seed: string, nowMs: number, journeys: number): FinishedStage[] =>
  (parse(pastStages(pastJourneys(seed, nowMs, journeys)), { columns: true }) as Record<string, string>[]).map((row) => ({
    kind: row.stage as StageKind,
    mode: row.mode as Mode,
    startedAtMs: Date.parse(row.started_at as string),
    carrier: row.carrier,
    origin: row.origin,
    destination: row.destination,
    plannedHours: Number(row.planned_hours),
    ...(row.distance_km && { distanceKm: Number(row.distance_km) }),
    facts: factsOf(row),
    actualHours: Number(row.actual_hours),
  }))

const factsOf = ({ x_place_kind = '', x_country = '', x_wait = '' }: Record<string, string>): Record<string, string | number> =>
  x_wait === '' ? {} : { place_kind: x_place_kind, country: x_country, wait: Number(x_wait) }
