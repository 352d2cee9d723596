import type { Channel } from '@lading/shared/domain/customs-channel'
import type { Mode } from '@lading/shared/domain/mode'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** Goods that were released, with everything that was predicted of it before. Predictions are hours from `madeAt` to the release. */
export type ReleasedEntry = {
  shipmentId: string
  legSequence: number
  country: string
  lodgedAt: Date
  releasedAt: Date
  channel: Channel
  /** That brought them; nothing where only the release was told. */
  mode: Mode | null
  origin: Place
  destination: Place
  /** Oldest first. */
  predictions: { madeAt: Date; p10: number; p50: number; p90: number; naive: number | null; channels: Record<Channel, number> }[]
}
type Place = { code: string; country: string; kind: string }

type Row = Omit<ReleasedEntry, 'lodgedAt' | 'releasedAt' | 'predictions'> & {
  lodgedAt: string
  releasedAt: string
  predictions: (Omit<ReleasedEntry['predictions'][number], 'madeAt'> & { madeAt: string })[]
}

/** By which the score of a clearance is known. */
export const clearanceKey = ({ shipmentId, legSequence }: Pick<ReleasedEntry, 'shipmentId' | 'legSequence'>) =>
  `${shipmentId}/${legSequence}`

/** Released entries none of whose predictions was scored yet, those that were released first, at most `limit`. */
export const unscoredClearances = async (db: Db, limit: number): Promise<ReleasedEntry[]> => {
  const rows = await db.execute<Row>(sql`
    with released as (
      select e.* from customs_entry e
      where e.state = 'released'
        and not exists (
          select 1 from prediction_score p where p.kind = 'clearance' and p.key = e.shipment_id || '/' || e.leg_sequence
        )
        and exists (
          select 1 from clearance_prediction c
          where c.shipment_id = e.shipment_id and c.leg_sequence = e.leg_sequence and c.made_at < e.closed_at
        )
      order by e.closed_at, e.id
      limit ${limit}
    )
    select r.shipment_id as "shipmentId", r.leg_sequence as "legSequence", r.country, r.channel,
      r.lodged_at as "lodgedAt", r.closed_at as "releasedAt", outcome.mode,
      jsonb_build_object('code', o.code, 'country', o.country, 'kind', o.kind) as origin,
      jsonb_build_object('code', d.code, 'country', d.country, 'kind', d.kind) as destination,
      (select jsonb_agg(jsonb_build_object('madeAt', made_at, 'p10', p10, 'p50', p50, 'p90', p90, 'naive', naive, 'channels', channels)
          order by made_at, id)
        from clearance_prediction c
        where c.shipment_id = r.shipment_id and c.leg_sequence = r.leg_sequence and c.made_at < r.closed_at) as predictions
    from released r
    join shipment s on s.id = r.shipment_id
    join location o on o.code = s.origin_code
    join location d on d.code = s.destination_code
    left join clearance_outcome outcome on outcome.key = 'shipment/' || r.shipment_id || '/' || r.leg_sequence
    order by r.closed_at, r.id`)
  return rows.map(({ lodgedAt, releasedAt, predictions, ...rest }) => ({
    ...rest,
    lodgedAt: new Date(lodgedAt),
    releasedAt: new Date(releasedAt),
    predictions: predictions.map(({ madeAt, ...prediction }) => ({ ...prediction, madeAt: new Date(madeAt) })),
  }))
}
