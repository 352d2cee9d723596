import type { FinishedStage } from '@lading/models/arrival/stage'
import type { Cleared } from '@lading/models/customs/clearance/choose-strength'
import type { Channel } from '@lading/shared/domain/customs-channel'
import type { Mode } from '@lading/shared/domain/mode'
import type { StageKind } from '@lading/shared/domain/stage'
import { pastClearances } from '@lading/simulators/demo/past-clearances'
import { pastJourneys } from '@lading/simulators/demo/past-journeys'
import { pastStages } from '@lading/simulators/demo/past-stages'
import type { Journey } from '@lading/simulators/journey/journey'
import { partyKey } from '@lading/store/postgres/clearance-outcome/party-key'
import { clearedCase } from '@lading/workers/models/customs/cleared-case'
import { parse } from 'csv-parse/sync'

/** So many journeys that are over before `nowMs`, as whoever starts with Lading would import them: their stages and their clearances. */
export type Past = { journeys: Journey[]; stages: FinishedStage[]; clearances: Cleared[] }

export const pastOf = (seed: string, nowMs: number, many: number): Past => {
  const journeys = pastJourneys(seed, nowMs, many)
  return { journeys, stages: rowsOf(pastStages(journeys)).map(stageOf), clearances: rowsOf(pastClearances(journeys)).map(clearedOf) }
}

type Row = Record<string, string>
const rowsOf = (csv: string) => parse(csv, { columns: true }) as Row[]

const stageOf = (row: Row): FinishedStage => ({
  kind: row.stage as StageKind,
  mode: row.mode as Mode,
  startedAtMs: Date.parse(row.started_at as string),
  ...(row.carrier && { carrier: row.carrier }),
  ...(row.origin && { origin: row.origin }),
  ...(row.destination && { destination: row.destination }),
  plannedHours: Number(row.planned_hours),
  ...(row.distance_km && { distanceKm: Number(row.distance_km) }),
  facts: factsOf(row),
  actualHours: Number(row.actual_hours),
})

const factsOf = ({ x_place_kind = '', x_country = '', x_wait = '' }: Row): Record<string, string | number> =>
  x_wait === '' ? {} : { place_kind: x_place_kind, country: x_country, wait: Number(x_wait) }

const clearedOf = (row: Row): Cleared =>
  clearedCase({
    ...{ id: 0, key: `import/${row.id}`, source: 'import', shipmentId: null },
    country: row.country as string,
    office: row.office || null,
    hsCode: row.hs_code || null,
    mode: (row.mode as Mode) || null,
    party: row.party ? partyKey(row.party) : null,
    submittedAt: new Date(row.submitted_at as string),
    clearedAt: new Date(row.cleared_at as string),
    channel: row.channel as Channel,
    missingDocuments: row.missing_documents ? row.missing_documents.split(';') : [],
    restrictions: row.restrictions ? row.restrictions.split(';') : [],
  })
